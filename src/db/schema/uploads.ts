import { sql } from 'drizzle-orm';
import { check, customType, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { organization } from './auth';
import { createdAt, instant } from './columns';

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
});

export const photoSet = pgTable(
  'photo_set',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    /** `open` takes photos, `submitted` can be generated from, `deleted` is a tombstone without photos. */
    status: text('status', { enum: ['open', 'submitted', 'deleted'] })
      .notNull()
      .default('open'),
    /** Given by the person, to tell their sets apart. */
    name: text('name'),
    /** Put aside: it takes no photos until it is chosen again. */
    shelvedAt: instant('shelved_at'),
    submittedAt: instant('submitted_at'),
    lastUploadAt: instant('last_upload_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
  },
  (table) => [
    /** One of a member's sets takes the photos; the others are put aside or deleted. */
    uniqueIndex('photo_set_current')
      .on(table.organizationId, table.memberId)
      .where(sql`${table.status} <> 'deleted' and ${table.shelvedAt} is null`),
    index('photo_set_mine').on(table.organizationId, table.memberId, table.createdAt),
    index('photo_set_due').on(table.lastUploadAt).where(sql`${table.status} <> 'deleted'`),
  ],
);

export const photo = pgTable(
  'photo',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    photoSetId: text('photo_set_id')
      .notNull()
      .references(() => photoSet.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    /** Chosen by the client so that a repeated upload is the same photo. */
    clientKey: text('client_key').notNull(),
    status: text('status', { enum: ['checking', 'accepted', 'warned', 'rejected'] })
      .notNull()
      .default('checking'),
    originalName: text('original_name').notNull(),
    /** The hand-over by which a phone sent it; that phone may see its verdict and remove it. */
    handoverId: text('handover_id'),
    /** Of the bytes that were uploaded, which are not kept. */
    sha256: text('sha256').notNull(),
    /** Of the working JPEG, px. */
    width: integer('width'),
    height: integer('height'),
    /** Known before anything is stored under them, so that nothing stored is ever without a row. */
    workingKey: text('working_key').notNull(),
    thumbnailKey: text('thumbnail_key').notNull(),
    /** Numbers of the checks; the face embedding is apart and encrypted. */
    measurements: jsonb('measurements'),
    findings: jsonb('findings').notNull().default(sql`'[]'::jsonb`),
    thresholdsVersion: text('thresholds_version'),
    embedding: bytea('embedding'),
    createdAt: createdAt(),
    /** Invisible at once; the row goes when its blobs are gone. */
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    uniqueIndex('photo_client_key')
      .on(table.photoSetId, table.clientKey)
      .where(sql`${table.deletedAt} is null`),
    index('photo_set_idx').on(table.photoSetId, table.createdAt),
    index('photo_unfinished').on(table.createdAt).where(sql`${table.status} = 'checking'`),
    check('photo_size', sql`${table.width} is null or (${table.width} > 0 and ${table.height} > 0)`),
  ],
);

/** A link, shown as a QR code, with which the member's phone adds photos without signing in. */
export const uploadHandover = pgTable(
  'upload_handover',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    /** It ends with this consent; a later one does not bring it back. */
    consentId: text('consent_id').notNull(),
    /** SHA-256 of the secret in the link. */
    tokenHash: text('token_hash').notNull().unique(),
    /** SHA-256 of the secret in the cookie of the phone that opened it. */
    phoneHash: text('phone_hash').unique(),
    openedAt: instant('opened_at'),
    /** Of the link until it is opened, then of the phone; moves on while photos come. */
    expiresAt: instant('expires_at').notNull(),
    /** Closed on the desktop, finished on the phone, or replaced by a newer one. */
    endedAt: instant('ended_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('upload_handover_mine').on(table.organizationId, table.memberId, table.createdAt),
    index('upload_handover_due').on(table.expiresAt),
  ],
);

/**
 * A file that a member's browser may send to the store past us. Written before the permission is given, so that nothing that
 * arrives is ever without a row; it stays until nothing can arrive any more.
 */
export const directUpload = pgTable(
  'direct_upload',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    photoSetId: text('photo_set_id')
      .notNull()
      .references(() => photoSet.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    /** Of the phone that sends it; null from the member's own session. */
    handoverId: text('handover_id'),
    clientKey: text('client_key').notNull(),
    originalName: text('original_name').notNull(),
    /** As it was said, bytes. What arrived must be as large. */
    size: integer('size').notNull(),
    blobKey: text('blob_key').notNull().unique(),
    grantedAt: instant('granted_at').notNull(),
    /** Of the permission to send. */
    expiresAt: instant('expires_at').notNull(),
    /** When we had read it, whatever it was. */
    takenAt: instant('taken_at'),
  },
  (table) => [
    uniqueIndex('direct_upload_client_key').on(table.photoSetId, table.clientKey),
    index('direct_upload_due').on(table.grantedAt),
    check('direct_upload_size', sql`${table.size} > 0`),
  ],
);

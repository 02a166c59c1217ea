import { sql } from 'drizzle-orm';
import { bit, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, instant } from './columns';
import { picture } from './generation';

/** One person's consent in one organization, to one version of the text. */
export const consent = pgTable(
  'consent',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    userId: text('user_id').notNull(),
    memberId: text('member_id').notNull(),
    policyVersion: text('policy_version').notNull(),
    /** SHA-256 of the text's canonical JSON. */
    textHash: text('text_hash').notNull(),
    /** The text as it was accepted: it names the team and the processors of that day. */
    text: jsonb('text').notNull(),
    acceptedAt: instant('accepted_at').notNull().defaultNow(),
    ip: text('ip'),
    userAgent: text('user_agent'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('consent_standing')
      .on(table.organizationId, table.userId, table.policyVersion)
      .where(sql`${table.withdrawnAt} is null`),
    index('consent_person').on(table.userId, table.acceptedAt, table.id),
  ],
);

/**
 * How each file of a picture looks that was stored or left us, for `/verify`: its exact bytes and a fingerprint that copies share. Says
 * nothing of who is in it, and goes with the picture.
 */
export const picturePrint = pgTable(
  'picture_print',
  {
    sha256: text('sha256').primaryKey(),
    pictureId: text('picture_id')
      .notNull()
      .references(() => picture.id, { onDelete: 'cascade' }),
    fingerprint: bit('fingerprint', { dimensions: 256 }).notNull(),
    /** `fingerprintBands`: copies have one in common. */
    bands: integer('bands').array().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('picture_print_bands').using('gin', table.bands),
    index('picture_print_picture').on(table.pictureId),
  ],
);

/** Disappears at once, purged within minutes, shown as requested → purging → done. */
export const deletionRequest = pgTable(
  'deletion_request',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    userId: text('user_id').notNull(),
    kind: text('kind', { enum: ['picture', 'generation', 'photo_set', 'photo', 'backdrop'] }).notNull(),
    targetId: text('target_id').notNull(),
    status: text('status', { enum: ['requested', 'purging', 'done'] })
      .notNull()
      .default('requested'),
    /** Object ids and SHA-256 hashes of what was purged. */
    objects: jsonb('objects').notNull().default(sql`'[]'::jsonb`),
    /** Actor label: the member, or the job that keeps to the schedule. */
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull().defaultNow(),
    purgingAt: instant('purging_at'),
    doneAt: instant('done_at'),
  },
  (table) => [
    uniqueIndex('deletion_request_target').on(table.kind, table.targetId),
    index('deletion_request_open').on(table.requestedAt).where(sql`${table.status} <> 'done'`),
    index('deletion_request_mine').on(table.userId, table.requestedAt),
  ],
);

/**
 * Somebody deleted their account. What of it had files are rows of `deletion_request` with the same user id; this says when it was
 * asked for and how much went that had no file. It is done when all of them are.
 */
export const accountDeletion = pgTable('account_deletion', {
  id: text('id').primaryKey(),
  /** Names nobody any more. */
  userId: text('user_id').notNull().unique(),
  /** SHA-256 of the secret in the receipt's link. */
  linkHash: text('link_hash').notNull().unique(),
  counts: jsonb('counts').$type<Record<string, number>>().notNull(),
  requestedAt: instant('requested_at').notNull(),
});

import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, real, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { organization } from './auth';
import { createdAt, instant } from './columns';
import { picture } from './generation';

/**
 * An edit of an accepted picture that somebody saved. Each is made from the picture itself, so it can be made again and none
 * depends on another. `picture.current_version_id` says which one is shown; null: the picture as it was made.
 */
export const pictureVersion = pgTable(
  'picture_version',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    pictureId: text('picture_id')
      .notNull()
      .references(() => picture.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    /** 1, 2, 3 … of this picture. */
    number: integer('number').notNull(),
    /** What was shown when it was made; null: the picture itself. It may be gone by now. */
    parentId: text('parent_id'),
    /** All of the edit; see `PictureEdit`. */
    edit: jsonb('edit').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    aspect: text('aspect', { enum: ['1:1', '3:4', '4:5'] }).notNull(),
    format: text('format', { enum: ['jpeg', 'png'] }).notNull(),
    /** Known before anything is stored under them, so that nothing stored is ever without a row. */
    blobKey: text('blob_key').notNull(),
    thumbnailKey: text('thumbnail_key').notNull(),
    /** Px, bytes and SHA-256 of the file, null until it is there. */
    width: integer('width'),
    height: integer('height'),
    bytes: integer('bytes'),
    sha256: text('sha256'),
    /** The part of the picture it shows, px of the picture: left, top, width, height. */
    box: jsonb('box').$type<{ left: number; top: number; width: number; height: number }>(),
    /** Cosine to the unedited picture. */
    likeness: real('likeness'),
    createdAt: createdAt(),
    /** When its files were there; until then it is being made, or was given up by a process that died. */
    readyAt: instant('ready_at'),
    /** Invisible at once; the row goes when its files are gone. */
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    uniqueIndex('picture_version_number').on(table.pictureId, table.number),
    uniqueIndex('picture_version_key').on(table.pictureId, table.idempotencyKey),
    index('picture_version_left')
      .on(table.createdAt)
      .where(sql`${table.readyAt} is null or ${table.deletedAt} is not null`),
    check(
      'picture_version_size',
      sql`${table.readyAt} is null or (${table.width} > 0 and ${table.height} > 0 and ${table.bytes} > 0)`,
    ),
  ],
);

/** A picture that a member brought along to lie behind them. Theirs alone, in this team; edits name it by id. */
export const backdrop = pgTable(
  'backdrop',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    /** Of the bytes that were uploaded, which are not kept: the same file twice is one backdrop. */
    sha256: text('sha256').notNull(),
    /** Known before anything is stored under them, so that nothing stored is ever without a row. */
    blobKey: text('blob_key').notNull(),
    swatchKey: text('swatch_key').notNull(),
    createdAt: createdAt(),
    /** When its files were there; until then it is being stored, or was given up by a process that died. */
    readyAt: instant('ready_at'),
    /** Invisible at once; the row goes when its files are gone. */
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    uniqueIndex('backdrop_file')
      .on(table.organizationId, table.memberId, table.sha256)
      .where(sql`${table.deletedAt} is null`),
    index('backdrop_unfinished').on(table.createdAt).where(sql`${table.readyAt} is null`),
  ],
);

/**
 * A link with which anybody sees one picture, as it is shown, for some days. Its address is sealed with a key of ours and stands nowhere
 * in the database; ended, the row is gone, so that a link made afterwards has another address.
 */
export const pictureLink = pgTable('picture_link', {
  id: text('id').primaryKey(),
  organizationId: text('organization_id').notNull(),
  /** One at a time. */
  pictureId: text('picture_id')
    .notNull()
    .unique()
    .references(() => picture.id),
  memberId: text('member_id').notNull(),
  userId: text('user_id').notNull(),
  createdAt: createdAt(),
  /** Until it is renewed. */
  expiresAt: instant('expires_at').notNull(),
});

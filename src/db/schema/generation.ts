import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { organization } from './auth';
import { createdAt, instant } from './columns';
import { photoSet } from './uploads';

export const style = pgTable('style', {
  id: text('id').primaryKey(),
  version: integer('version').notNull().default(1),
  name: text('name').notNull(),
  category: text('category').notNull(),
  description: text('description').notNull(),
  /** Name of the studio engine's recipe. */
  studioRecipe: text('studio_recipe').notNull(),
  example: text('example').notNull(),
  premium: boolean('premium').notNull().default(false),
  surcharge: integer('surcharge').notNull().default(0),
  active: boolean('active').notNull().default(true),
  position: integer('position').notNull(),
});

export const GENERATION_STATUSES = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const;
export const PICTURE_STATUSES = [
  'pending',
  'drawing',
  'scoring',
  'accepted',
  'unlike',
  'refused',
  'failed',
  'cancelled',
] as const;

export const generation = pgTable(
  'generation',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organization.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    photoSetId: text('photo_set_id')
      .notNull()
      .references(() => photoSet.id),
    styleId: text('style_id')
      .notNull()
      .references(() => style.id),
    /** The style as it was then: styles are edited, generations stay what they were. */
    styleVersion: integer('style_version').notNull().default(1),
    quality: text('quality', { enum: ['standard', 'high', 'ultra'] }).notNull(),
    aspect: text('aspect', { enum: ['1:1', '3:4', '4:5'] }).notNull(),
    variations: integer('variations').notNull(),
    engine: text('engine', { enum: ['studio', 'openai', 'replicate'] }).notNull(),
    priceVersion: text('price_version').notNull(),
    priceEach: integer('price_each').notNull(),
    /** Filled at the end, in the transaction that settles the hold. */
    charged: integer('charged'),
    status: text('status', { enum: GENERATION_STATUSES }).notNull().default('queued'),
    stage: text('stage').notNull().default('queue'),
    /** 0–100. */
    progress: integer('progress').notNull().default(0),
    /** Plan priority: higher first. */
    priority: integer('priority').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    /** Queued rows are not taken before this: the back-off after a failed try. */
    availableAt: instant('available_at').notNull().defaultNow(),
    /** A worker owns the row until the lease ends, and only while its fence is the current one. */
    leaseUntil: instant('lease_until'),
    fence: bigint('fence', { mode: 'number' }).notNull().default(0),
    /** When a worker last took it; the queue serves the organization longest unserved. */
    claimedAt: instant('claimed_at'),
    /** Why none was accepted, as the person reads it. */
    failure: text('failure'),
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** When its person was told that the pictures are about to be deleted; null again when they are kept longer after all. */
    warnedAt: instant('warned_at'),
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    uniqueIndex('generation_key').on(table.memberId, table.idempotencyKey),
    index('generation_mine').on(table.organizationId, table.memberId, table.createdAt, table.id),
    index('generation_queue')
      .on(table.organizationId, table.priority.desc(), table.createdAt, table.id)
      .where(sql`${table.status} = 'queued'`),
    index('generation_served').on(table.organizationId, table.claimedAt),
    index('generation_speed')
      .on(table.engine, table.quality, table.finishedAt)
      .where(sql`${table.status} = 'completed'`),
    index('generation_leases').on(table.leaseUntil).where(sql`${table.status} = 'processing'`),
    index('generation_set').on(table.photoSetId),
    index('generation_kept')
      .on(table.organizationId, table.finishedAt)
      .where(sql`${table.status} = 'completed' and ${table.deletedAt} is null and ${table.warnedAt} is null`),
    index('generation_warned')
      .on(table.warnedAt)
      .where(sql`${table.warnedAt} is not null and ${table.deletedAt} is null`),
    check('generation_variations', sql`${table.variations} between 1 and 4`),
    check('generation_progress', sql`${table.progress} between 0 and 100`),
    check(
      'generation_charged',
      sql`${table.charged} is null or ${table.charged} between 0 and ${table.priceEach} * ${table.variations}`,
    ),
  ],
);

/** Fractions, degrees, and the affine map from picture pixels to selfie pixels (x' = f0·x + f1·y + f2, y' likewise). */
export type PictureLayout = {
  eyeLine: number;
  headHeight: number;
  roll: number;
  frame: readonly [number, number, number, number, number, number] | null;
};

export const picture = pgTable(
  'picture',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    generationId: text('generation_id')
      .notNull()
      .references(() => generation.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    /** 1–4. */
    number: integer('number').notNull(),
    status: text('status', { enum: PICTURE_STATUSES }).notNull().default('pending'),
    seed: integer('seed').notNull(),
    /** Engine calls so far, at most three; the product pays for those after the first. */
    attempts: integer('attempts').notNull().default(0),
    /** The selfie it is made of. */
    photoId: text('photo_id'),
    /** Cosine to the mean of the photo set, −1…1. */
    likeness: real('likeness'),
    blobKey: text('blob_key'),
    thumbnailKey: text('thumbnail_key'),
    sha256: text('sha256'),
    width: integer('width'),
    height: integer('height'),
    /** Where the face lies and which part of the selfie the picture shows; see `PictureLayout`. */
    layout: jsonb('layout').$type<PictureLayout>(),
    favourite: boolean('favourite').notNull().default(false),
    reason: text('reason'),
    createdAt: createdAt(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    uniqueIndex('picture_number').on(table.generationId, table.number),
    uniqueIndex('picture_seed').on(table.generationId, table.seed),
    index('picture_leftover')
      .on(table.generationId)
      .where(
        sql`${table.status} in ('unlike', 'refused', 'failed', 'cancelled') and ${table.blobKey} is not null`,
      ),
    index('picture_mine').on(table.organizationId, table.memberId, table.createdAt, table.id),
    index('picture_person').on(table.userId, table.createdAt, table.id),
  ],
);

/** Who moved a generation or a picture from which state to which, when and why. */
export const generationTransition = pgTable(
  'generation_transition',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    generationId: text('generation_id').notNull(),
    pictureId: text('picture_id'),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actor: text('actor').notNull(),
    why: text('why'),
    createdAt: createdAt(),
  },
  (table) => [index('generation_transition_idx').on(table.generationId, table.id)],
);

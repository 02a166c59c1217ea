import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { organization } from './auth';
import { createdAt, instant } from './columns';
import { photoSet } from './uploads';

const ENGINE_NAMES = ['studio', 'openai', 'replicate'] as const;

/** A look in words, one sentence or two each, for adult working people. */
export type StylePrompt = {
  framing: string;
  wardrobe: string;
  background: string;
  light: string;
  lens: string;
  expression: string;
};

/** What an AI engine was told, without the description of the person, which lives and goes with their selfies. */
export type StoredPrompt = {
  version: string;
  sections: { role: string; text: string }[];
};

/** All of a style that staff can change. */
const styleContent = () => ({
  name: text('name').notNull(),
  category: text('category').notNull(),
  description: text('description').notNull(),
  /** What the studio engine makes of it, a `StudioRecipe`; checked where it is read. */
  studioRecipe: jsonb('studio_recipe').$type<unknown>().notNull(),
  /** What AI engines are told about the look; without it they do not offer the style. */
  prompt: jsonb('prompt').$type<StylePrompt>(),
  /** What must not be in the picture, for AI engines that have a field for it. */
  negativePrompt: text('negative_prompt'),
  /** The engine that makes this style; null: the one of this installation. */
  engine: text('engine', { enum: ENGINE_NAMES }),
  /** Path of a picture that the product made in it. */
  example: text('example').notNull(),
  premium: boolean('premium').notNull().default(false),
  /** Credits it adds to each picture. */
  surcharge: integer('surcharge').notNull().default(0),
  active: boolean('active').notNull().default(true),
  position: integer('position').notNull(),
});

/** Each style as it is now. */
export const style = pgTable(
  'style',
  { id: text('id').primaryKey(), version: integer('version').notNull().default(1), ...styleContent() },
  (table) => [
    check(
      'style_surcharge',
      sql`${table.surcharge} between 0 and 3 and (${table.premium} or ${table.surcharge} = 0)`,
    ),
  ],
);

/** Each style as it was at each time, this one included: what a generation was started with is never changed. Append-only. */
export const styleVersion = pgTable(
  'style_version',
  {
    styleId: text('style_id')
      .notNull()
      .references(() => style.id),
    version: integer('version').notNull(),
    ...styleContent(),
    /** Who wrote this version: `product` for the seeds, else an actor. */
    author: text('author').notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.styleId, table.version] })],
);

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
  // Accepted, then said not to be the person: charged, paid back, deleted.
  'returned',
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
    /** What was wished for beside the style: allow-listed values, no words; null: nothing. */
    preferences: jsonb('preferences'),
    engine: text('engine', { enum: ENGINE_NAMES }).notNull(),
    /** Filled by the first worker when an AI engine draws it; null for the studio. */
    prompt: jsonb('prompt').$type<StoredPrompt>(),
    /** Hair, glasses and marks as the vision model described them, in words of a fixed list; null when it did not, or selfies are gone. */
    subject: jsonb('subject'),
    priceVersion: text('price_version').notNull(),
    priceEach: integer('price_each').notNull(),
    /** Filled at the end, in the transaction that settles the hold. */
    charged: integer('charged'),
    /** What came back of it afterwards, for pictures that were said not to be the person. */
    refunded: integer('refunded').notNull().default(0),
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
    /** When a worker last took it. */
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
    index('generation_speed')
      .on(table.engine, table.quality, table.finishedAt)
      .where(sql`${table.status} = 'completed'`),
    index('generation_leases').on(table.leaseUntil).where(sql`${table.status} = 'processing'`),
    index('generation_set').on(table.photoSetId),
    index('generation_person')
      .on(table.organizationId, table.userId, table.finishedAt, table.id)
      .where(sql`${table.charged} > 0`),
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
    check('generation_refunded', sql`${table.refunded} between 0 and coalesce(${table.charged}, 0)`),
  ],
);

/** Fractions, degrees, and the affine map from picture pixels to selfie pixels (x' = f0·x + f1·y + f2, y' likewise). */
export type PictureLayout = {
  eyeLine: number;
  headHeight: number;
  roll: number;
  frame: readonly [number, number, number, number, number, number] | null;
  /** The wished framing that the selfie gave less of, or none. */
  shortOf?: 'closer' | 'wider';
};

/** What the likeness of a picture was measured on. Cosines, −1…1; goes with the picture. */
export type LikenessDetail = {
  /** How many selfies their mean was made of. */
  selfies: number;
  /** The selfies' own likeness to that mean: the least and the most alike of them. */
  low: number;
  high: number;
  /** To the selfie it is most alike. */
  nearest: number;
  /** Differing bits of 64 of the whole picture to the nearest selfie; null where it was not measured. */
  hashDistance: number | null;
  /** Drawn by an AI engine, and nearly one of the selfies again. */
  nearCopy: boolean;
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
    /** The selfie it is made of, or the first of those it is drawn from. */
    photoId: text('photo_id'),
    /** The engine of the last call: after a fallback not the generation's. */
    engine: text('engine', { enum: ENGINE_NAMES }),
    /** Cosine to the mean of the photo set, −1…1. */
    likeness: real('likeness'),
    likenessDetail: jsonb('likeness_detail').$type<LikenessDetail>(),
    blobKey: text('blob_key'),
    thumbnailKey: text('thumbnail_key'),
    sha256: text('sha256'),
    width: integer('width'),
    height: integer('height'),
    /** Where the face lies and which part of the selfie the picture shows; see `PictureLayout`. */
    layout: jsonb('layout').$type<PictureLayout>(),
    favourite: boolean('favourite').notNull().default(false),
    /** The `picture_version` that is shown instead; null: the picture as it was made. */
    currentVersionId: text('current_version_id'),
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

/**
 * What a person said of an accepted picture: that it looks like them, or that it does not. The row outlives the picture, because
 * what came back is counted by it.
 */
export const pictureVerdict = pgTable(
  'picture_verdict',
  {
    pictureId: text('picture_id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    generationId: text('generation_id')
      .notNull()
      .references(() => generation.id),
    memberId: text('member_id').notNull(),
    userId: text('user_id').notNull(),
    verdict: text('verdict', { enum: ['like_me', 'not_me'] }).notNull(),
    /** Credits that came back; null: none, the picture is where it was. */
    refunded: integer('refunded'),
    /** Came back beyond the share, as one of the person's first generation. */
    ofFirst: boolean('of_first').notNull().default(false),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    index('picture_verdict_generation').on(table.generationId),
    index('picture_verdict_returned')
      .on(table.organizationId, table.userId, table.decidedAt)
      .where(sql`${table.refunded} is not null`),
    check(
      'picture_verdict_refunded',
      sql`${table.refunded} is null or (${table.refunded} > 0 and ${table.verdict} = 'not_me')`,
    ),
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

export const ENGINE_CALL_OUTCOMES = [
  'drawn',
  'selfie',
  'refused',
  'busy',
  'outage',
  'timeout',
  'budget',
  'setup',
  'unusable',
  'stopped',
] as const;

/** One call to an engine: what staff need to know about cost and speed. Written before the call, so that a crash leaves a trace. */
export const engineCall = pgTable(
  'engine_call',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    organizationId: text('organization_id').notNull(),
    /** Null: the chat, before there is a generation. */
    generationId: text('generation_id'),
    /** Null: the look at the selfies, which serves all pictures. */
    pictureId: text('picture_id'),
    purpose: text('purpose', { enum: ['draw', 'describe', 'chat'] }).notNull(),
    /** 1–3 of this picture; 0 for a look and for the chat. */
    call: integer('call').notNull(),
    engine: text('engine', { enum: ENGINE_NAMES }).notNull(),
    /** Why this engine and not the one before: `openai: refused`. Null for the first. */
    because: text('because'),
    model: text('model'),
    /** The vendor's name of the call. */
    vendorId: text('vendor_id'),
    /** Null while it runs, and for ever when its worker died. */
    outcome: text('outcome', { enum: ENGINE_CALL_OUTCOMES }),
    /** For staff; says nothing about a person. */
    reason: text('reason'),
    /** Cosine to the mean of the photo set, of what was drawn. */
    likeness: real('likeness'),
    /** Webhooks that said it has ended. */
    rings: integer('rings').notNull().default(0),
    /** Copies of selfies that are still at the vendor. */
    vendorFiles: jsonb('vendor_files').$type<string[]>(),
    /** As the vendor reports it: tokens or seconds. */
    usage: jsonb('usage').$type<Record<string, unknown>>(),
    /** Millionths of a US dollar by our price table; null: not known whether anything was charged. */
    costMicros: integer('cost_micros'),
    startedAt: instant('started_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    index('engine_call_generation').on(table.generationId, table.id),
    index('engine_call_engine').on(table.engine, table.startedAt),
    index('engine_call_vendor').on(table.vendorId).where(sql`${table.finishedAt} is null`),
    index('engine_call_files').on(table.id).where(sql`${table.vendorFiles} is not null`),
    check('engine_call_cost', sql`${table.costMicros} is null or ${table.costMicros} >= 0`),
  ],
);

/** Whether an engine is being left alone after failures in a row, over all workers; see `generation/circuit-rules.ts`. */
export const engineCircuit = pgTable('engine_circuit', {
  engine: text('engine', { enum: ENGINE_NAMES }).primaryKey(),
  failures: integer('failures').notNull(),
  opens: integer('opens').notNull(),
  openUntil: instant('open_until'),
  /** The last counted failure. */
  reason: text('reason'),
  changedAt: instant('changed_at').notNull(),
});

/** An organization's turn in the queue, in the queue's own time; see `src/db/sql/30-generation-claim.sql`. */
export const generationTurn = pgTable(
  'generation_turn',
  {
    organizationId: text('organization_id')
      .primaryKey()
      .references(() => organization.id, { onDelete: 'cascade' }),
    /** Who waits with the lowest is next. */
    next: doublePrecision('next').notNull(),
    /** The turn in which it was served last; the highest of all is the queue's time. */
    served: doublePrecision('served'),
  },
  (table) => [index('generation_turn_served').on(table.served.desc().nullsLast())],
);

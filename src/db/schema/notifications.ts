import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { session, user } from './auth';
import { createdAt, instant } from './columns';

/** What open pages listen to, by sequence. Rows are small hints ("this changed"); pages read the truth. Pruned after a day. */
export const teamEvent = pgTable(
  'team_event',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    organizationId: text('organization_id').notNull(),
    /** Null: for every member of the team. */
    userId: text('user_id'),
    type: text('type').notNull(),
    data: jsonb('data').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('team_event_read').on(table.organizationId, table.seq)],
);

export const notice = pgTable(
  'notice',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id'),
    userId: text('user_id').notNull(),
    type: text('type').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    href: text('href'),
    /** Makes a repeated job write one notice. */
    dedupeKey: text('dedupe_key').notNull().unique(),
    readAt: instant('read_at'),
    createdAt: createdAt(),
  },
  (table) => [index('notice_mine').on(table.userId, table.createdAt, table.id)],
);

/** The mail outbox, written in the transaction that causes the mail; a job delivers it. Read at /dev/mailbox when embedded. */
export const mail = pgTable(
  'mail',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id'),
    dedupeKey: text('dedupe_key').notNull().unique(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    template: text('template').notNull(),
    status: text('status', { enum: ['queued', 'sent', 'failed'] })
      .notNull()
      .default('queued'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: createdAt(),
    sentAt: instant('sent_at'),
  },
  (table) => [
    index('mail_queue').on(table.createdAt).where(sql`${table.status} = 'queued'`),
    index('mail_page').on(table.createdAt, table.id),
  ],
);

/** What a person chose to be told of one kind (`features/notifications/kind-types.ts`). No row: everything. */
export const noticePreference = pgTable(
  'notice_preference',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    inApp: boolean('in_app').notNull().default(true),
    email: boolean('email').notNull().default(true),
    /** On the person's devices, where they allowed it. */
    push: boolean('push').notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);

/** A device that is told when pictures are ready. Lives as long as the session that asked for it. */
export const pushSubscription = pgTable(
  'push_subscription',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    sessionId: text('session_id')
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    /** The push service's address of this browser; whoever knows it and the keys can write to it. */
    endpoint: text('endpoint').notNull().unique(),
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('push_subscription_user').on(table.userId, table.createdAt),
    index('push_subscription_session').on(table.sessionId),
  ],
);

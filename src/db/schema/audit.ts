import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, instant } from './columns';

/** Append-only (a trigger refuses update and delete); written in the transaction of what it tells. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    data: jsonb('data').notNull().default(sql`'{}'::jsonb`),
    createdAt: createdAt(),
  },
  (table) => [index('audit_event_page').on(table.organizationId, table.createdAt, table.id)],
);

/** Something about a person's use that staff should look at. One open flag a kind and subject; nothing of a face. */
export const staffFlag = pgTable(
  'staff_flag',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    kind: text('kind', { enum: ['not_me_refunds'] }).notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    data: jsonb('data').notNull().default(sql`'{}'::jsonb`),
    createdAt: createdAt(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    uniqueIndex('staff_flag_open').on(table.kind, table.subjectId).where(sql`${table.closedAt} is null`),
    index('staff_flag_latest').on(table.createdAt, table.id),
  ],
);

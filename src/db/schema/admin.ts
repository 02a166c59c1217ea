import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt } from './columns';

/** One nightly verification of the whole ledger: how much was read, and how many differences there were. */
export const ledgerVerification = pgTable(
  'ledger_verification',
  {
    id: text('id').primaryKey(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
    differences: integer('differences').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('ledger_verification_latest').on(table.createdAt)],
);

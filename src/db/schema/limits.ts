import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** rate-limiter-flexible's store: its column names, in the database so that every process counts together. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

import type { Query, SQL } from 'drizzle-orm';
import { sha256Hex } from '@/lib/hash';
import type { Db } from './types';

/** Runs a hand-written statement and returns its rows; every driver answers `{ rows }`, drizzle only hides it. */
export async function selectRows<T extends Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> {
  const result: unknown = await db.execute(query);
  return (result as { rows: T[] }).rows;
}

type Preparing = {
  dialect: { sqlToQuery(query: SQL): Query };
  session: {
    prepareQuery(
      query: Query,
      fields: undefined,
      name: string,
      arrays: false,
    ): { execute(): Promise<unknown> };
  };
};

/**
 * The same for a statement that runs all the time with the same text: each connection parses and plans it once. That is worth an
 * eighth of the ledger's speed; drizzle offers names only for queries of its builder.
 */
export async function selectPrepared<T extends Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> {
  const { dialect, session } = db as unknown as Preparing;
  const text = dialect.sqlToQuery(query);
  const name = `q_${sha256Hex(text.sql).slice(0, 24)}`;
  const result = await session.prepareQuery(text, undefined, name, false).execute();
  return (result as { rows: T[] }).rows;
}

type TextClient = { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/**
 * Runs text with `$1…` placeholders, as pg-boss and rate-limiter-flexible write it, inside the handle's transaction. drizzle
 * numbers its own placeholders anew, which breaks a statement that uses one twice; so this asks the driver's client beneath.
 */
export async function runText(
  db: Db,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
  const { session } = db as unknown as { session: { client: TextClient } };
  const { rows } = await session.client.query(text, [...values]);
  return { rows };
}

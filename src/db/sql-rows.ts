import type { SQL } from 'drizzle-orm';
import type { Db } from './types';

/** Runs a hand-written statement and returns its rows; every driver answers `{ rows }`, drizzle only hides it. */
export async function selectRows<T extends Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> {
  const result: unknown = await db.execute(query);
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

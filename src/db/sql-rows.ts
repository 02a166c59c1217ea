import { entityKind, type SQL } from 'drizzle-orm';
import type { Db } from './types';

/** Runs a hand-written statement and returns its rows; every driver answers `{ rows }`, drizzle only hides it. */
export async function selectRows<T extends Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> {
  const result: unknown = await db.execute(query);
  return (result as { rows: T[] }).rows;
}

type Query = { name: string; text: string; values: unknown[] };
type TextClient = { query(text: string | Query, values?: unknown[]): Promise<{ rows: unknown[] }> };
type Beneath = { session: { client: TextClient; constructor: { [entityKind]?: string } } };

/**
 * Runs text with `$1…` placeholders, as pg-boss and rate-limiter-flexible write it, inside the handle's transaction. drizzle
 * numbers its own placeholders anew, which breaks a statement that uses one twice; so this asks the driver's client beneath.
 */
export async function runText(
  db: Db,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
  const { session } = db as unknown as Beneath;
  const { rows } = await session.client.query(text, [...values]);
  return { rows };
}

/**
 * The same for a text that never changes: each connection parses and plans it once, under its name, which is worth an eighth of
 * the ledger's speed. Our PGlite remembers every statement by its text.
 */
export async function runPrepared(
  db: Db,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<{ rows: unknown[] }> {
  const { session } = db as unknown as Beneath;
  if (session.constructor[entityKind] === 'PgliteSession') return runText(db, text, values);
  const { rows } = await session.client.query({ name, text, values: [...values] });
  return { rows };
}

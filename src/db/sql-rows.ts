import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Db } from './types';

/** Runs a hand-written statement and returns its rows; every driver answers `{ rows }`, drizzle only hides it. */
export async function selectRows<T extends Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> {
  const result: unknown = await db.execute(query);
  return (result as { rows: T[] }).rows;
}

/** Runs text with `$1…` placeholders (pg-boss and rate-limiter-flexible write such) through a drizzle handle. */
export async function runText(
  db: Db,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
  const pieces = text.split(/\$(\d+)/);
  const chunks = pieces.map((piece, index) =>
    index % 2 === 0 ? sql.raw(piece) : sql`${sql.param(values[Number(piece) - 1])}`,
  );
  const result: unknown = await db.execute(sql.join(chunks));
  const { rows } = result as { rows?: unknown[] };
  return { rows: rows ?? [] };
}

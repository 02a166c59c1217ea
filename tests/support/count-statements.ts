import pg from 'pg';
import { vi } from 'vitest';

/** How many statements go to Postgres while `work` runs: what makes a page or a verb fast, and the same on every machine. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';

/**
 * Tells the ledger when the next moves of a demo team happened, until this transaction ends; `ledger_now` says for whom and for
 * which times that counts. Of any other they make no move and throw what the database threw: it is a mistake of ours.
 */
export async function tellTime({ db }: Pick<Ctx, 'db'>, at: Date): Promise<void> {
  await db.execute(sql`select set_config('headcraft.told_time', ${at.toISOString()}, true)`);
}

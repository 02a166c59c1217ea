/** Deletes the copies of selfies that a crash left at a vendor. */
import { and, eq, isNotNull, lt, or, sql } from 'drizzle-orm';
import { deleteFile } from '@/adapters/replicate/files';
import { engineCall } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { log } from '@/lib/log';
import { MINUTE, plus, SECOND } from '@/lib/time';

/** A call that takes longer has lost its worker. */
const LONGEST_CALL = 10 * MINUTE;

const BATCH = 20;

/** Answers how many files are gone. What cannot be deleted now is tried again by the next run. */
export async function forgetVendorFiles(db: Db, now: Date): Promise<number> {
  if (!env().REPLICATE_API_TOKEN) return 0;
  const calls = await db
    .select({ id: engineCall.id, files: engineCall.vendorFiles })
    .from(engineCall)
    .where(
      and(
        isNotNull(engineCall.vendorFiles),
        or(
          and(
            isNotNull(engineCall.finishedAt),
            sql`${engineCall.finishedAt} < now() - interval '30 seconds'`,
          ),
          lt(engineCall.startedAt, plus(now, -LONGEST_CALL)),
        ),
      ),
    )
    .limit(BATCH);
  let count = 0;
  for (const { id, files } of calls) {
    try {
      for (const file of files ?? []) await deleteFile(file, AbortSignal.timeout(10 * SECOND));
      await db.update(engineCall).set({ vendorFiles: null }).where(eq(engineCall.id, id));
      count += files?.length ?? 0;
    } catch (error) {
      log.warn({ err: error }, 'files at the vendor not deleted yet');
    }
  }
  return count;
}

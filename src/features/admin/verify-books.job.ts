import { z } from 'zod';
import { ledgerVerification } from '@/db/schema/admin';
import { env } from '@/env';
import { tellStaff } from '@/features/billing/reconcile/tell-staff';
import { defineJob } from '@/jobs/definition';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { verifyBooks } from './verify-books';

/** Lines in a mail and in the log; the command prints all. */
const LINES = 20;

/**
 * Daily: the whole ledger is rebuilt from its entries and compared with what moves credits. A difference is logged as an error, mailed
 * to the staff once a day, shown by `GET /api/ready` until a verification finds none, and fails the job; nothing is changed.
 */
export const verifyBooksJob = defineJob(z.object({}), async (_data, { db }) => {
  const { counts, differences } = await verifyBooks(db);
  const now = new Date();
  await db.insert(ledgerVerification).values({
    id: newId('verification'),
    counts,
    differences: differences.length,
    createdAt: now,
  });
  if (differences.length === 0) {
    log.info({ counts }, 'the ledger adds up');
    return;
  }
  const some = differences.slice(0, LINES);
  log.error({ counts, differences: some }, 'the ledger does not add up');
  await tellStaff(db, 'ledger-alarm', `ledger-alarm:${now.toISOString().slice(0, 10)}`, {
    count: differences.length,
    lines: some.map(
      ({ check, subject, expected, found }) => `${check}: ${subject}: expected ${expected}, found ${found}`,
    ),
    url: env().appUrl,
  });
  throw new Error(`The ledger has ${differences.length} differences.`);
});

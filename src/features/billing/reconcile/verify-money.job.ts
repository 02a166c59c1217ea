import { z } from 'zod';
import type { Db } from '@/db/types';
import { env } from '@/env';
import type { LedgerReport } from '@/features/credits/verify-ledger';
import { queueMail } from '@/features/notifications/notify';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { verifyMoney } from './verify-money';

/**
 * Daily: the whole ledger is rebuilt from its entries and compared with the payments. A difference is logged as an error, mailed to
 * the staff once a day, and fails the job; nothing is changed.
 */
export const verifyMoneyJob = defineJob(z.object({}), async (_data, { db }) => {
  const { counts, differences } = await verifyMoney(db);
  if (differences.length === 0) {
    log.info({ counts }, 'the ledger adds up');
    return;
  }
  log.error({ counts, differences: differences.slice(0, 20) }, 'the ledger does not add up');
  await tellStaff(db, differences, new Date());
  throw new Error(`The ledger has ${differences.length} differences.`);
});

async function tellStaff(db: Db, differences: LedgerReport['differences'], now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  const lines = differences
    .slice(0, 20)
    .map(
      ({ check, subject, expected, found }) => `${check}: ${subject}: expected ${expected}, found ${found}`,
    );
  for (const to of env().STAFF_EMAILS) {
    await queueMail(
      { db },
      {
        to,
        template: 'ledger-alarm',
        props: { count: differences.length, lines, url: env().appUrl },
        dedupeKey: `ledger-alarm:${day}:${to}`,
      },
    );
  }
}

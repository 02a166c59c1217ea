import { z } from 'zod';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { tellStaff } from './tell-staff';
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
  const lines = differences
    .slice(0, 20)
    .map(
      ({ check, subject, expected, found }) => `${check}: ${subject}: expected ${expected}, found ${found}`,
    );
  const day = new Date().toISOString().slice(0, 10);
  const props = { count: differences.length, lines, url: env().appUrl };
  await tellStaff(db, 'ledger-alarm', `ledger-alarm:${day}`, props);
  throw new Error(`The ledger has ${differences.length} differences.`);
});

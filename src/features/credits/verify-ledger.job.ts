import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { verifyLedger } from './verify-ledger';

/** Daily: the whole ledger is rebuilt from its entries. A difference fails the job and names what to look at; nothing is changed. */
export const verifyLedgerJob = defineJob(z.object({}), async (_data, { db }) => {
  const { counts, differences } = await verifyLedger(db);
  if (differences.length === 0) {
    log.info({ counts }, 'the ledger adds up');
    return;
  }
  log.error({ counts, differences: differences.slice(0, 20) }, 'the ledger does not add up');
  throw new Error(`The ledger has ${differences.length} differences.`);
});

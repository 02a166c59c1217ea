import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { enqueue } from '@/jobs/port';
import { plus, SECOND } from '@/lib/time';
import { purgeAccount } from './purge-account';

export const purgeAccountJob = defineJob(
  z.object({ deletionId: z.string() }),
  async ({ deletionId }, { db, signal }) => {
    if ((await purgeAccount(db, deletionId, { signal })) === 'done') return;
    await enqueue(db, 'account.purge', { deletionId }, { startAfter: plus(new Date(), 5 * SECOND) });
  },
);

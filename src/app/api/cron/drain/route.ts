/**
 * Works off the queue where no process stays (docs/deploying.md): a clock calls it every minute with `CRON_SECRET`. Without that
 * variable it does not exist.
 */
import { connection } from '@/adapters/database/client';
import { bearerRoute } from '@/auth/bearer';
import { env } from '@/env';
import { drainJobs } from '@/jobs/drain';
import { SECOND } from '@/lib/time';

/** Seconds that the host gives a call. Next reads it from the text, so it must be a number here. */
export const maxDuration = 300;

/** Milliseconds: what is left is for the job under way to hand its work back. */
const BUDGET = 240 * SECOND;

const handle = bearerRoute(
  () => env().CRON_SECRET,
  async () => drainJobs(await connection(), BUDGET),
);

export { handle as GET, handle as POST };

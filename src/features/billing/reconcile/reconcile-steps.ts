/** What the steps of a comparison share. */
import type Stripe from 'stripe';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import type { Effect, EventHint } from '../webhook/handlers/handler';
import type { Sweep } from './reconcile-types';

/** Repairs that run at the same time. */
const AT_ONCE = 6;

export const since = (sweep: Sweep) => ({ gte: Math.floor(sweep.from.getTime() / 1_000) });

export const hint = (sweep: Sweep, objectId: string): EventHint => ({
  stripe: sweep.stripe,
  db: sweep.db,
  objectId,
});

/** All pages of a listing. A server that does not know the call answers 404: that listing is left out, with a warning. */
export async function listAll<T>(
  sweep: Sweep,
  what: string,
  list: () => Stripe.ApiListPromise<T>,
): Promise<T[]> {
  try {
    const found: T[] = [];
    for await (const item of list()) found.push(item);
    sweep.checked[what] = (sweep.checked[what] ?? 0) + found.length;
    return found;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 404) throw error;
    log.warn({ what }, 'Stripe does not list this; not compared');
    sweep.skipped.push(what);
    return [];
  }
}

/** Does what an event would have done; counts it, or names why not. `what` names the object for people. */
export async function repair(sweep: Sweep, what: string, prepare: () => Promise<Effect>): Promise<void> {
  if (!sweep.repair) {
    sweep.differences.push(`missing here: ${what}`);
    return;
  }
  try {
    const effect = await prepare();
    const outcome = await sweep.db.transaction((transaction) => {
      const db = transaction as Db;
      const { now, appUrl } = sweep;
      return effect({ db, now, appUrl, ctxOf: (orgId) => jobCtx(db, orgId, 'billing.reconcile') });
    });
    if (outcome.status === 'applied') sweep.repaired += 1;
    if (outcome.status === 'parked') sweep.differences.push(`parked: ${what}: ${outcome.reason}`);
  } catch (error) {
    sweep.differences.push(`not repaired: ${what}: ${errorMessage(error)}`);
  }
}

/** Runs `work` for each, some at the same time. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const run = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
}

/** What the steps of a comparison share. */
import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import type { Effect, EventHint, Outcome } from '../effects';
import { untilFresh } from '../plans/apply-plan';
import { statusOf, withParts } from '../stripe-reads';
import { type Comparison, count, differ } from './comparison';

/** Objects that are worked on at the same time. */
const AT_ONCE = 6;
/** How servers that speak a part of Stripe's API say that they do not know a call. */
const UNKNOWN_CALL = [404, 405, 501];

export const since = (comparison: Comparison) => ({ gte: Math.floor(comparison.from.getTime() / 1_000) });

export const hint = ({ stripe, db }: Comparison, objectId: string): EventHint => ({ stripe, db, objectId });

/**
 * All pages of a listing. One that the server does not know is left out with a warning; one that fails is a difference, so that
 * it is read again, and what else there is gets compared. `expand` is left out where the server cannot.
 */
export async function listAll<T>(
  comparison: Comparison,
  what: string,
  list: (more: { expand?: string[] }) => Stripe.ApiListPromise<T>,
  expand: string[] = [],
): Promise<T[]> {
  let found: T[] = [];
  try {
    found = await withParts(expand, (more) => collect(list(more)));
  } catch (error) {
    if (!comparison.skipped.includes(what)) comparison.skipped.push(what);
    if (UNKNOWN_CALL.includes(statusOf(error) ?? 0))
      log.warn({ what }, 'Stripe does not list this; not compared');
    else differ(comparison, what, `not listed: ${errorMessage(error)}`);
  }
  count(comparison, what, found.length);
  return found;
}

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of list) found.push(item);
  return found;
}

/**
 * What became of an object: `unchanged` when everything about it was right already, `ignored` when it is not ours, `open` when it is
 * left for people.
 */
export type Repaired = 'changed' | 'unchanged' | 'ignored' | 'open';

/**
 * Does what an event about `subject` would have done, and writes down what came of it. Without repair it is done and rolled back:
 * what would have changed is a difference. Never throws.
 */
export async function repair(
  comparison: Comparison,
  subject: string,
  what: string,
  prepare: () => Promise<Effect>,
): Promise<Repaired> {
  try {
    const { outcome, changed } = await untilFresh(async () => apply(comparison, await prepare()));
    if (outcome.status === 'parked') {
      // Staff are told of parked orders; what else is parked is kept nowhere but here.
      if (comparison.repair && subject.startsWith('ord_')) count(comparison, 'parked');
      else differ(comparison, subject, `parked: ${what}: ${outcome.reason}`);
      return 'open';
    }
    if (outcome.status === 'ignored') return 'ignored';
    if (!changed) return 'unchanged';
    if (comparison.repair) comparison.repaired += 1;
    else differ(comparison, subject, `missing here: ${what}`);
    return comparison.repair ? 'changed' : 'open';
  } catch (error) {
    differ(comparison, subject, `not repaired: ${what}: ${errorMessage(error)}`);
    return 'open';
  }
}

class RolledBack extends Error {
  constructor(readonly applied: Applied) {
    super('rolled back');
  }
}

type Applied = { outcome: Outcome; changed: boolean };

async function apply({ db, repair, now, appUrl }: Comparison, effect: Effect): Promise<Applied> {
  try {
    return await db.transaction(async (transaction) => {
      const inside = transaction as Db;
      const teams = new Set<string>();
      const ctxOf = (orgId: string) => {
        teams.add(orgId);
        return jobCtx(inside, orgId, 'billing.reconcile');
      };
      const outcome = await effect({ db: inside, now, appUrl, ctxOf });
      const changed = await hasToldPages(inside, [...teams]);
      if (!repair) throw new RolledBack({ outcome, changed });
      return { outcome, changed };
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.applied;
    throw error;
  }
}

/** Every change of an order, a payment or a plan tells the team's open pages, in its transaction: that is how it is known. */
async function hasToldPages(db: Db, teams: string[]): Promise<boolean> {
  if (teams.length === 0) return false;
  const ids = sql.join(
    teams.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await selectRows(
    db,
    sql`select seq from team_event where organization_id in (${ids}) and type = 'payment.changed'
      and created_at = now()::timestamptz(3) limit 1`,
  );
  return rows.length > 0;
}

/** Runs `work` for each, some at the same time. One that fails is a difference, and the others go on. */
export async function each<T>(
  comparison: Comparison,
  items: readonly T[],
  subjectOf: (item: T) => string,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const run = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        differ(comparison, subjectOf(item), `not compared: ${errorMessage(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
}

import type Stripe from 'stripe';
import type { Db } from '@/db/types';
import type { Effect } from '../effects';
import { lockPlan, planEffect } from '../plans/apply-plan';
import { readPlan } from '../plans/plan-reading';
import type { SessionFacts } from './session-facts';
import { settleSession } from './settle-session';

/** What a checkout session changes: its order, and for a plan the subscription that it began with its first invoice. Throws
 * `NotAtStripe` for a plan's page whose subscription Stripe does not know. */
export async function sessionEffect(
  { stripe, db }: { stripe: Stripe; db: Db },
  session: SessionFacts,
): Promise<Effect> {
  const { subscriptionId } = session;
  if (!subscriptionId) return (scope) => settleSession(scope, session);
  const reading = await readPlan({ stripe, db, subscriptionId, invoices: 'unrecorded' });
  const follow = planEffect(reading);
  return async (scope) => {
    if (!('parked' in reading)) await lockPlan(scope.db, reading);
    const outcome = await settleSession(scope, session);
    return outcome.status === 'parked' ? outcome : follow(scope);
  };
}

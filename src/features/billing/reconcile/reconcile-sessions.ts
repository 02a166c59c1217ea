/** Checkout pages: a paid one whose order is not, and one that ended without a payment. */
import { inArray } from 'drizzle-orm';
import { purchaseOrder } from '@/db/schema/billing';
import { DAY, plus } from '@/lib/time';
import { judge } from '../checkout/rules';
import { sessionEffect } from '../checkout/session-effect';
import { type SessionFacts, sessionFacts } from '../checkout/session-facts';
import { each, listAll, repair } from './reconcile-steps';
import type { Sweep } from './reconcile-types';

/** What Stripe can expand in a list, so that a page of a hundred is one call. */
const EXPAND = ['data.payment_intent.latest_charge.balance_transaction', 'data.invoice'];

export async function compareSessions(sweep: Sweep): Promise<void> {
  // A page lives a day: one that was paid within the window may have been opened before it.
  const opened = { gte: Math.floor(plus(sweep.from, -DAY).getTime() / 1_000) };
  const sessions = await listAll(sweep, 'sessions', () =>
    sweep.stripe.checkout.sessions.list({ created: opened, limit: 100, expand: EXPAND }),
  );
  const facts = await Promise.all(sessions.map((session) => sessionFacts(sweep.stripe, session)));
  const settled = await findSettled(sweep, facts);
  await each(facts, async (session) => {
    if (isOpen(session) || settled.has(session.id)) {
      sweep.covered.add(session.id);
      // A payment without a charge failed: its page decides about it.
      if (session.paymentId && session.subscriptionId === null) sweep.covered.add(session.paymentId);
      return;
    }
    if (judge(session).kind === 'pending') return;
    // Pages of another product on the same account have no order of ours.
    if (session.orderHint === null) return;
    const what = `session ${session.id}, order ${session.orderHint}`;
    await repair(sweep, what, () => sessionEffect({ stripe: sweep.stripe, db: sweep.db }, session));
    sweep.covered.add(session.id);
    if (session.paymentId && session.subscriptionId === null) sweep.covered.add(session.paymentId);
  });
}

/** Nobody has tried anything on it. */
function isOpen(session: SessionFacts): boolean {
  return session.status === 'open' && session.payment === null;
}

/** Sessions whose order says what they say. */
async function findSettled(sweep: Sweep, facts: SessionFacts[]): Promise<Set<string>> {
  const settled = new Set<string>();
  for (let start = 0; start < facts.length; start += 1_000) {
    const some = facts.slice(start, start + 1_000);
    const orders = await sweep.db
      .select({ sessionId: purchaseOrder.stripeSessionId, status: purchaseOrder.status })
      .from(purchaseOrder)
      .where(
        inArray(
          purchaseOrder.stripeSessionId,
          some.map(({ id }) => id),
        ),
      );
    const statuses = new Map(orders.map(({ sessionId, status }) => [sessionId, status]));
    for (const session of some) {
      const status = statuses.get(session.id);
      const { kind } = judge(session);
      const agrees =
        status === 'parked' ||
        (kind === 'paid' ? status === 'paid' : status === kind || (kind === 'expired' && isEnded(status)));
      if (agrees) settled.add(session.id);
    }
  }
  return settled;
}

function isEnded(status: string | undefined): boolean {
  return status === 'failed' || status === 'cancelled' || status === 'expired';
}

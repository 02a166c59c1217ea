/** Checkout pages: a paid one whose order is not, and one that ended without a payment. */
import { and, inArray, isNull, or } from 'drizzle-orm';
import type Stripe from 'stripe';
import { payment, purchaseOrder } from '@/db/schema/billing';
import { chunks } from '@/lib/chunks';
import { DAY, plus } from '@/lib/time';
import { followSession } from '../checkout/follow-session';
import type { Order } from '../checkout/place-order';
import { type SessionFacts, sessionFacts } from '../checkout/session-facts';
import { judge } from '../checkout/session-rules';
import { type Comparison, count, NOT_OURS } from './comparison';
import { each, hint, listAll, repair } from './reconcile-steps';

/** What Stripe can expand in a list, so that a page of a hundred is one call. */
const EXPAND = ['data.payment_intent.latest_charge.balance_transaction', 'data.invoice'];

export async function compareSessions(comparison: Comparison): Promise<void> {
  // A page lives a day: one that was paid within the window may have been opened before it.
  const opened = { gte: Math.floor(plus(comparison.from, -DAY).getTime() / 1_000) };
  const sessions = await listAll(
    comparison,
    'sessions',
    (more) => comparison.stripe.checkout.sessions.list({ created: opened, limit: 100, ...more }),
    EXPAND,
  );
  const orders = await findOrders(comparison, sessions);
  const incomplete = await findWithoutInvoice(comparison, [...orders.values()]);
  await each(
    comparison,
    sessions,
    ({ id }) => id,
    async (listed) => {
      const session = await sessionFacts(comparison.stripe, listed);
      const order = orders.get(session.id) ?? orders.get(session.orderHint ?? '');
      const { kind } = judge(session);
      const lacksInvoice = session.invoiceId !== null && incomplete.has(order?.id ?? '');
      if (isOpen(session) || kind === 'pending' || (agrees(session, order) && !lacksInvoice)) return;
      if (!order && kind !== 'paid') return count(comparison, NOT_OURS);
      // Read again: what was listed may have changed while others were repaired.
      const done = await repair(comparison, order?.id ?? session.id, `session ${session.id}`, () =>
        followSession(hint(comparison, session.id)),
      );
      if (done === 'ignored') count(comparison, NOT_OURS);
    },
  );
}

/** Nobody has tried anything on it. */
function isOpen(session: SessionFacts): boolean {
  return session.status === 'open' && session.payment === null;
}

/** Whether the order says what its page says. */
function agrees(session: SessionFacts, order: Order | undefined): boolean {
  if (!order) return false;
  const { kind } = judge(session);
  // Both are for staff, who know.
  if (order.status === 'parked' || order.status === 'closed') return true;
  if (kind === 'expired') return ['failed', 'cancelled', 'expired'].includes(order.status);
  return order.status === kind;
}

/** Paid orders whose payment came before its invoice. */
async function findWithoutInvoice({ db }: Comparison, orders: readonly Order[]): Promise<Set<string | null>> {
  const found = new Set<string | null>();
  for (const some of chunks(orders, 500)) {
    const ids = some.map(({ id }) => id);
    const rows = await db
      .select({ id: payment.orderId })
      .from(payment)
      .where(and(inArray(payment.orderId, ids), isNull(payment.stripeInvoiceId)));
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** Orders by their session, and by their own id where we died before the session's was written down. */
async function findOrders(
  { db }: Comparison,
  sessions: readonly Stripe.Checkout.Session[],
): Promise<Map<string, Order>> {
  const found = new Map<string, Order>();
  for (const some of chunks(sessions, 500)) {
    const rows = await db
      .select()
      .from(purchaseOrder)
      .where(
        or(
          inArray(
            purchaseOrder.stripeSessionId,
            some.map(({ id }) => id),
          ),
          inArray(
            purchaseOrder.id,
            some.map(({ metadata }) => metadata?.order_id ?? ''),
          ),
        ),
      );
    for (const row of rows) {
      if (row.stripeSessionId) found.set(row.stripeSessionId, row);
      else found.set(row.id, row);
    }
  }
  return found;
}

/** Money that came in: every payment intent of our customers against our payments, to the cent, and ours against Stripe's. */
import { and, gte, inArray, like } from 'drizzle-orm';
import type Stripe from 'stripe';
import { payment, purchaseOrder } from '@/db/schema/billing';
import { chunks } from '@/lib/chunks';
import { followPayment } from '../checkout/follow-payment';
import { findOurCustomers } from '../checkout/our-customers';
import type { Payment } from '../payments/payment-locks';
import { idOf, orNull } from '../stripe-reads';
import { type Comparison, count, differ, NOT_OURS } from './comparison';
import { each, hint, listAll, repair, since } from './reconcile-steps';

/** What was paid in all on both sides, in cents; what went back without an order and what is with staff is on neither. */
export type Totals = { stripeCents: number; oursCents: number };

/** Answers the charges that something went back of or that are disputed, and what was paid in all. */
export async function comparePayments(
  comparison: Comparison,
): Promise<{ touched: Stripe.Charge[]; totals: Totals }> {
  const intents = await listAll(
    comparison,
    'payments',
    (more) => comparison.stripe.paymentIntents.list({ created: since(comparison), limit: 100, ...more }),
    ['data.latest_charge'],
  );
  const succeeded = intents.filter(({ status }) => status === 'succeeded');
  const before = await findPayments(comparison, succeeded);
  const ours = await findOurCustomers(
    comparison.db,
    succeeded.map(({ customer }) => idOf(customer)),
  );
  const paid = succeeded.filter(({ id, customer }) => before.has(id) || ours.has(idOf(customer) ?? ''));
  count(comparison, NOT_OURS, succeeded.length - paid.length);
  const missing = paid.filter(({ id }) => !before.has(id));
  const waiting = await findStaffOrders(comparison, missing);
  await each(
    comparison,
    missing.filter((intent) => !waiting.has(orderOf(intent))),
    ({ id }) => id,
    async ({ id }) => {
      await repair(comparison, id, 'payment', () => followPayment(hint(comparison, id)));
    },
  );
  const known = await findPayments(comparison, paid);
  const staffs = await findStaffOrders(comparison, missing);
  const totals = { stripeCents: 0, oursCents: 0 };
  const touched: Stripe.Charge[] = [];
  for (const intent of paid) {
    const row = known.get(intent.id);
    if (!row && isBack(intent)) {
      count(comparison, 'paid back without an order');
      continue;
    }
    if (comparison.settled.has(row?.id ?? intent.id) || (!row && staffs.has(orderOf(intent)))) {
      count(comparison, 'with staff');
      continue;
    }
    totals.stripeCents += intent.amount_received;
    totals.oursCents += row?.amountCents ?? 0;
    if (row) compareOne(comparison, intent, row);
    else differ(comparison, intent.id, `a payment of ${intent.amount_received} cents has no order here`);
    const charge = chargeOf(intent);
    if (row && charge && (charge.amount_refunded !== row.refundedCents || charge.disputed))
      touched.push(charge);
  }
  await compareOurs(comparison, new Set(paid.map(({ id }) => id)));
  return { touched, totals };
}

function chargeOf({ latest_charge }: Stripe.PaymentIntent): Stripe.Charge | null {
  return typeof latest_charge === 'object' ? latest_charge : null;
}

/** Everything went back: where we have no order for it, nobody is owed anything. */
function isBack(intent: Stripe.PaymentIntent): boolean {
  const charge = chargeOf(intent);
  return charge !== null && charge.amount_refunded === intent.amount_received;
}

/** The order that its metadata names: only a hint where to look. */
function orderOf({ metadata }: Stripe.PaymentIntent): string {
  return metadata?.order_id ?? '';
}

/** Orders of these payments that wait for staff, who were told, or that staff closed. */
async function findStaffOrders(
  { db }: Comparison,
  intents: readonly Stripe.PaymentIntent[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const some of chunks(intents)) {
    const rows = await db
      .select({ id: purchaseOrder.id })
      .from(purchaseOrder)
      .where(
        and(
          inArray(purchaseOrder.id, some.map(orderOf)),
          inArray(purchaseOrder.status, ['parked', 'closed']),
        ),
      );
    for (const { id } of rows) found.add(id);
  }
  return found;
}

function compareOne(comparison: Comparison, intent: Stripe.PaymentIntent, row: Payment): void {
  if (intent.amount_received === row.amountCents && intent.currency === row.currency) return;
  differ(
    comparison,
    row.id,
    `${row.amountCents} ${row.currency} here, ${intent.amount_received} ${intent.currency} at Stripe (${intent.id})`,
  );
}

/** Payments of ours in the window that the listing did not name as paid are asked for one by one. */
async function compareOurs(comparison: Comparison, listed: Set<string>): Promise<void> {
  if (comparison.skipped.includes('payments')) return;
  const rows = await comparison.db
    .select({ id: payment.id, key: payment.stripePaymentId, amountCents: payment.amountCents })
    .from(payment)
    .where(and(gte(payment.paidAt, comparison.from), like(payment.stripePaymentId, 'pi\\_%')));
  count(comparison, 'payments here', rows.length);
  await each(
    comparison,
    rows.filter(({ key }) => !listed.has(key)),
    ({ id }) => id,
    async ({ id, key, amountCents }) => {
      const intent = await orNull(comparison.stripe.paymentIntents.retrieve(key));
      if (intent?.status === 'succeeded' && intent.amount_received === amountCents) return;
      const found = intent ? `${intent.status}, ${intent.amount_received} cents` : 'unknown';
      differ(comparison, id, `a payment of ${amountCents} cents here is ${found} at Stripe (${key})`);
    },
  );
}

async function findPayments(
  { db }: Comparison,
  intents: readonly Stripe.PaymentIntent[],
): Promise<Map<string, Payment>> {
  const found = new Map<string, Payment>();
  for (const some of chunks(intents)) {
    const rows = await db
      .select()
      .from(payment)
      .where(
        inArray(
          payment.stripePaymentId,
          some.map(({ id }) => id),
        ),
      );
    for (const row of rows) found.set(row.stripePaymentId, row);
  }
  return found;
}

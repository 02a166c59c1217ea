/** Money that came in: every payment intent of our customers against our payments, to the cent, and ours against Stripe's. */
import { and, eq, gte, inArray, isNull, like, or } from 'drizzle-orm';
import type Stripe from 'stripe';
import { billingCustomer, payment } from '@/db/schema/billing';
import type { Payment } from '../payments/payment-locks';
import { moneyOf } from '../payments/payment-money';
import { idOf, orNull } from '../stripe-reads';
import { paymentIntent } from '../webhook/handlers/payment-intent';
import { each, hint, listAll, repair, since } from './reconcile-steps';
import type { Sweep } from './reconcile-types';

export type Totals = { stripeCents: number; oursCents: number };

/** Answers the charges that something went back of or that are disputed, and what was paid in all on both sides. */
export async function comparePayments(sweep: Sweep): Promise<{ touched: Stripe.Charge[]; totals: Totals }> {
  const intents = await listAll(sweep, 'payments', () =>
    sweep.stripe.paymentIntents.list({
      created: since(sweep),
      limit: 100,
      expand: ['data.latest_charge.balance_transaction'],
    }),
  );
  const ours = await findCustomers(sweep, intents);
  const paid = intents.filter(
    ({ status, customer }) => status === 'succeeded' && ours.has(idOf(customer) ?? ''),
  );
  const before = await findPayments(sweep, paid);
  await each(
    paid.filter(({ id }) => !before.has(id)),
    async (intent) => {
      await repair(sweep, `payment ${intent.id}`, () => paymentIntent(hint(sweep, intent.id)));
    },
  );
  const known = await findPayments(sweep, paid);
  const totals = { stripeCents: 0, oursCents: 0 };
  const touched: Stripe.Charge[] = [];
  for (const intent of paid) {
    const row = known.get(intent.id);
    totals.stripeCents += intent.amount_received;
    totals.oursCents += row?.amountCents ?? 0;
    if (!row) {
      sweep.differences.push(`payment ${intent.id} of ${intent.amount_received} cents has no order here`);
      continue;
    }
    await compareOne(sweep, intent, row);
    const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
    if (charge && (charge.amount_refunded !== row.refundedCents || charge.disputed)) touched.push(charge);
  }
  await compareOurs(sweep, new Set(paid.map(({ id }) => id)));
  return { touched, totals };
}

async function compareOne(sweep: Sweep, intent: Stripe.PaymentIntent, row: Payment): Promise<void> {
  if (intent.amount_received !== row.amountCents || intent.currency !== row.currency) {
    sweep.differences.push(
      `payment ${row.id}: ${row.amountCents} ${row.currency} here, ${intent.amount_received} ${intent.currency} at Stripe (${intent.id})`,
    );
    return;
  }
  sweep.covered.add(intent.id);
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  if (charge) await fillMoney(sweep, charge, row);
}

/** Fees are often known only hours after the payment. */
async function fillMoney(sweep: Sweep, charge: Stripe.Charge, row: Payment): Promise<void> {
  if (!sweep.repair || (row.feeCents !== null && row.stripeChargeId !== null)) return;
  const { chargeId, feeCents, netCents, receiptUrl } = await moneyOf(sweep.stripe, charge);
  if (feeCents === null && row.stripeChargeId !== null) return;
  await sweep.db
    .update(payment)
    .set({ stripeChargeId: chargeId, feeCents, netCents, receiptUrl: row.receiptUrl ?? receiptUrl })
    .where(and(eq(payment.id, row.id), or(isNull(payment.feeCents), isNull(payment.stripeChargeId))));
}

/** Payments of ours in the window that the listing did not name as paid are asked for one by one. */
async function compareOurs(sweep: Sweep, listed: Set<string>): Promise<void> {
  if (sweep.skipped.includes('payments')) return;
  const rows = await sweep.db
    .select({ id: payment.id, key: payment.stripePaymentId, amountCents: payment.amountCents })
    .from(payment)
    .where(and(gte(payment.paidAt, sweep.from), like(payment.stripePaymentId, 'pi\\_%')));
  sweep.checked.ours = rows.length;
  await each(
    rows.filter(({ key }) => !listed.has(key)),
    async ({ id, key, amountCents }) => {
      const intent = await orNull(sweep.stripe.paymentIntents.retrieve(key));
      if (intent?.status === 'succeeded' && intent.amount_received === amountCents) return;
      const found = intent ? `${intent.status}, ${intent.amount_received} cents` : 'unknown';
      sweep.differences.push(`payment ${id} of ${amountCents} cents is ${found} at Stripe (${key})`);
    },
  );
}

async function findCustomers(sweep: Sweep, intents: Stripe.PaymentIntent[]): Promise<Set<string>> {
  const wanted = [...new Set(intents.flatMap(({ customer }) => idOf(customer) ?? []))];
  if (wanted.length === 0) return new Set();
  const rows = await sweep.db
    .select({ id: billingCustomer.stripeCustomerId })
    .from(billingCustomer)
    .where(inArray(billingCustomer.stripeCustomerId, wanted));
  return new Set(rows.map(({ id }) => id));
}

async function findPayments(sweep: Sweep, intents: Stripe.PaymentIntent[]): Promise<Map<string, Payment>> {
  const found = new Map<string, Payment>();
  for (let start = 0; start < intents.length; start += 1_000) {
    const keys = intents.slice(start, start + 1_000).map(({ id }) => id);
    const rows = await sweep.db.select().from(payment).where(inArray(payment.stripePaymentId, keys));
    for (const row of rows) found.set(row.stripePaymentId, row);
  }
  return found;
}

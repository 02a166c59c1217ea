/** What Stripe knew later than the payment: added to it, and nothing else. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Session } from '@/adapters/payments/stand-in/objects/checkout';
import { stripeAccount } from '@/adapters/payments/stripe';
import type { Db } from '@/db/types';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { tell } from '../../../../tests/support/money';
import {
  APP_URL,
  buy,
  CARD,
  inboxOf,
  makePayingTeam,
  paymentsOf,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { reconcile } from '../reconcile/reconcile';

withStripe();

const COMPLETED = 'checkout.session.completed';

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
});

function session(id: string): Session {
  const found = stripe.standIn.store.sessions[id];
  if (!found) throw new Error(`no session ${id}`);
  return found;
}

/** Paid and recorded before Stripe has written the invoice. */
async function paidWithoutInvoice() {
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const { invoice } = session(sessionId);
  session(sessionId).invoice = null;
  await tell(db, 'payment_intent.succeeded', session(sessionId).payment_intent ?? '');
  expect((await paymentsOf(db, team))[0]).toMatchObject({ stripeInvoiceId: null, invoiceUrl: null });
  return { sessionId, invoice };
}

test('the invoice is added by the next event about the page', async () => {
  const { sessionId, invoice } = await paidWithoutInvoice();
  session(sessionId).invoice = invoice;
  await tell(db, COMPLETED, sessionId);
  const [row] = await paymentsOf(db, team);
  expect(row).toMatchObject({ stripeInvoiceId: invoice });
  expect(row?.invoiceUrl).toContain('/dev/invoices/');
  expect(await poolOf(team)).toBe(50);
});

test('the invoice is added by its own event', async () => {
  const { invoice } = await paidWithoutInvoice();
  await tell(db, 'invoice.paid', invoice ?? '');
  expect((await inboxOf(db, invoice ?? ''))[0]).toMatchObject({ status: 'applied' });
  const [row] = await paymentsOf(db, team);
  expect(row).toMatchObject({ stripeInvoiceId: invoice });
  expect(row?.invoiceUrl).toContain('/dev/invoices/');
  expect(await poolOf(team)).toBe(50);
});

test('the invoice is added by the comparison with Stripe', async () => {
  const { sessionId, invoice } = await paidWithoutInvoice();
  session(sessionId).invoice = invoice;
  const { client } = await stripeAccount();
  const now = new Date();
  const scope = { db, stripe: client, from: plus(now, -DAY), now, appUrl: APP_URL };
  const dry = await reconcile({ ...scope, repair: false });
  expect(dry.differences.filter((line) => line.includes(sessionId))).toHaveLength(1);
  await reconcile({ ...scope, repair: true });
  expect((await paymentsOf(db, team))[0]).toMatchObject({ stripeInvoiceId: invoice });
  expect((await reconcile({ ...scope, repair: false })).differences.join()).not.toContain(sessionId);
});

test('an invoice of another amount is not added', async () => {
  const { invoice } = await paidWithoutInvoice();
  Object.assign(stripe.standIn.store.invoices[invoice ?? ''] ?? {}, { amount_paid: 2_800 });
  await tell(db, 'invoice.paid', invoice ?? '');
  expect((await paymentsOf(db, team))[0]).toMatchObject({ stripeInvoiceId: null });
});

test('a payment that was recorded by its page, before the server named it, is the same payment', async () => {
  const { sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  const { payment_intent } = session(sessionId);
  session(sessionId).payment_intent = null;
  await tell(db, COMPLETED, sessionId);
  session(sessionId).payment_intent = payment_intent;
  await tell(db, COMPLETED, sessionId);
  await tell(db, 'payment_intent.succeeded', payment_intent ?? '');
  expect((await inboxOf(db, sessionId)).map(({ status }) => status)).toEqual(['applied', 'applied']);
  expect(await poolOf(team)).toBe(50);
  const [row, ...others] = await paymentsOf(db, team);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ stripePaymentId: sessionId });
  expect(row?.stripeChargeId).toMatch(/^ch_/);
});

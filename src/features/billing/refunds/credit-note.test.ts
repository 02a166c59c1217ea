/** Credit notes of refunds: each invoiced one gets its note once, whoever made it and however often the first try failed. */
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { stripeAccount } from '@/adapters/payments/stripe';
import { refund } from '@/db/schema/billing';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { MINUTE, plus } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { buyPaid, refundsOf, scope, tell } from '../../../../tests/support/money';
import { APP_URL, makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import type { Payment } from '../payments/payment-locks';
import { getPayment } from '../payments/payment-queries';
import { executeRefund } from './execute-refund';
import { refundPayment } from './refund-payment';
import { writeMissingNotes } from './write-missing-notes';

withStripe();

let db: Db;
let team: TestTeam;
let paid: Payment;
beforeAll(async () => {
  process.env.STAFF_EMAILS = 'staff@example.test';
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});
beforeEach(async () => {
  team = await makePayingTeam();
  paid = await buyPaid(team);
});

const sweep = (minutes: number) =>
  writeMissingNotes(db, {
    now: plus(new Date(), minutes * MINUTE),
    appUrl: APP_URL,
    signal: new AbortController().signal,
  });

const notes = () =>
  Object.values(stripe.standIn.store.creditNotes).filter(({ invoice }) => invoice === paid.stripeInvoiceId);

const documents = async () =>
  (await getPayment(team.admin.ctx, paid.id, new Date())).documents.map(({ kind }) => kind);

async function askForRefund(credits?: number): Promise<string> {
  const { refundId } = await refundPayment(team.admin.ctx, {
    paymentId: paid.id,
    credits,
    reason: 'x',
    idempotencyKey: newId('request'),
  });
  return refundId;
}

test('the job gave up: the sweep writes the note, once', async () => {
  const refundId = await askForRefund(20);
  const { client } = await stripeAccount();
  const { create } = client.creditNotes;
  client.creditNotes.create = (async () => {
    throw new Error('socket hang up');
  }) as unknown as typeof create;
  await expect(executeRefund(db, refundId, scope())).rejects.toThrow('socket hang up');
  client.creditNotes.create = create;
  await sweep(2);
  expect(notes()).toEqual([]);
  for (const minutes of [4, 5, 60]) await sweep(minutes);
  expect(notes()).toMatchObject([{ amount: 1_160, metadata: { refund_id: refundId } }]);
  expect(await documents()).toContain('credit_note');
});

test('a refund made in Stripe’s dashboard gets one, and the next one its own', async () => {
  for (const cents of [580, 1_160]) {
    stripe.standIn.control.refund(paid.stripeChargeId ?? '', cents);
    await tell(db, 'charge.refunded', paid.stripeChargeId ?? '');
    await sweep(4);
    await sweep(4);
  }
  expect(notes().map(({ amount }) => amount)).toEqual([580, 1_160]);
});

test('a note that was made with the refund is taken as it is', async () => {
  const { client } = await stripeAccount();
  const made = await client.creditNotes.create({
    invoice: paid.stripeInvoiceId ?? '',
    amount: 1_000,
    refund_amount: 1_000,
  });
  await tell(db, 'charge.refunded', paid.stripeChargeId ?? '');
  await sweep(4);
  expect(notes()).toHaveLength(1);
  expect(await refundsOf(db, team, paid.id)).toMatchObject([
    { creditNoteId: made.id, creditNoteUrl: made.pdf },
  ]);
});

test('Stripe’s clear no is asked about ever more rarely', async () => {
  const invoice = stripe.standIn.store.invoices[paid.stripeInvoiceId ?? ''];
  if (!invoice) throw new Error('no invoice');
  await executeRefund(db, await askForRefund(20), scope());
  await db.update(refund).set({ creditNoteId: null, creditNoteUrl: null, creditNoteTriedAt: null });
  for (const note of notes()) delete stripe.standIn.store.creditNotes[note.id];
  stripe.standIn.store.answers = {};
  invoice.status = 'void';
  await sweep(4);
  const triedAt = async () => (await refundsOf(db, team, paid.id))[0]?.creditNoteTriedAt;
  const first = await triedAt();
  await sweep(5);
  expect([await triedAt(), notes()]).toEqual([first, []]);
  invoice.status = 'paid';
  // Stripe answers the same to the same key for a day.
  stripe.standIn.store.answers = {};
  await sweep(25 * 60);
  expect(notes()).toHaveLength(1);
});

test('what is only on its way gets none, for Stripe could not void it, and gets one when it has succeeded', async () => {
  const { client } = await stripeAccount();
  const create = client.refunds.create.bind(client.refunds);
  client.refunds.create = (async (...args: Parameters<typeof create>) => ({
    ...(await create(...args)),
    status: 'pending',
  })) as typeof create;
  await executeRefund(db, await askForRefund(), scope());
  client.refunds.create = create;
  await sweep(60);
  expect(notes()).toEqual([]);
  await tell(db, 'charge.refunded', paid.stripeChargeId ?? '');
  await sweep(60);
  expect(notes()).toHaveLength(1);
});

test('a refund that fails later: its note leaves the page, and people at headcraft are told once', async () => {
  await executeRefund(db, await askForRefund(), scope());
  const [row] = await refundsOf(db, team, paid.id);
  expect(await documents()).toContain('credit_note');
  stripe.standIn.control.failRefund(row?.stripeRefundId ?? '');
  for (const type of ['refund.failed', 'refund.updated']) await tell(db, type, row?.stripeRefundId ?? '');
  expect(await documents()).not.toContain('credit_note');
  const mails = await db
    .select()
    .from(mail)
    .where(and(eq(mail.template, 'credit-note-stands'), eq(mail.recipient, 'staff@example.test')));
  expect(mails.filter(({ text }) => text.includes(row?.creditNoteId ?? 'none'))).toHaveLength(1);
});

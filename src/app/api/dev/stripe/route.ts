/** The buttons of the local Stripe's control page, also for scripts. Does not exist where payments are real. */
import { z } from 'zod';
import { StripeFault } from '@/adapters/payments/stand-in/faults';
import type { StandIn } from '@/adapters/payments/stand-in/server';
import { publicRoute } from '@/auth/route';
import { requireLocalStripe } from '@/features/billing/local-stripe';
import { AppError } from '@/lib/errors';
import { DAY } from '@/lib/time';

const id = z.string().max(100);
const amount = z.number().int().positive().optional();

const requestBody = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('refund'), charge: id, amount }),
  z.strictObject({ action: z.literal('fail-refund'), refund: id }),
  z.strictObject({ action: z.literal('open-dispute'), charge: id, amount }),
  z.strictObject({ action: z.literal('close-dispute'), dispute: id, outcome: z.enum(['won', 'lost']) }),
  z.strictObject({ action: z.literal('move-clock'), days: z.number().int().min(1).max(400) }),
  z.strictObject({ action: z.literal('next-renewal') }),
  z.strictObject({ action: z.literal('settle-bank'), session: id, arrived: z.boolean() }),
  z.strictObject({ action: z.literal('invoice-arrives'), invoice: id }),
  z.strictObject({ action: z.literal('webhooks'), on: z.boolean() }),
]);

export const POST = publicRoute({ body: requestBody }, async ({ request, body }) => {
  const standIn = await requireLocalStripe(request);
  try {
    press(standIn, body);
  } catch (error) {
    if (error instanceof StripeFault) throw new AppError('conflict', error.message);
    throw error;
  }
  await standIn.saved();
  return { now: standIn.control.now().toISOString() };
});

function press({ control, page, store }: StandIn, body: z.infer<typeof requestBody>): void {
  switch (body.action) {
    case 'refund':
      control.refund(body.charge, body.amount);
      return;
    case 'fail-refund':
      control.failRefund(body.refund);
      return;
    case 'open-dispute':
      control.openDispute(body.charge, { amount: body.amount });
      return;
    case 'close-dispute':
      control.closeDispute(body.dispute, body.outcome);
      return;
    case 'move-clock':
      control.moveClock(body.days * DAY);
      return;
    case 'next-renewal':
      control.moveToNextRenewal();
      return;
    case 'settle-bank':
      if (isUnderWay(store, body.session)) page.settleBankPayment(body.session, body.arrived);
      return;
    case 'invoice-arrives':
      if (store.invoices[body.invoice]?.status === 'open') control.payInvoiceByBank(body.invoice);
      return;
    case 'webhooks':
      if (body.on) control.resumeWebhooks();
      else control.pauseWebhooks();
  }
}

function isUnderWay(store: StandIn['store'], session: string): boolean {
  return store.paymentIntents[store.sessions[session]?.payment_intent ?? '']?.status === 'processing';
}

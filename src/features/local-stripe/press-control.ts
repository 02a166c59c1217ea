import { StripeFault } from '@/adapters/payments/stand-in/faults';
import type { StandIn } from '@/adapters/payments/stand-in/server';
import { AppError } from '@/lib/errors';
import { DAY } from '@/lib/time';
import type { ControlPress } from './input';

/** Does what a button of the control page says; answers the local Stripe's time. A refusal is a conflict, in Stripe's words. */
export async function pressControl(standIn: StandIn, press: ControlPress): Promise<{ now: string }> {
  try {
    apply(standIn, press);
  } catch (error) {
    if (error instanceof StripeFault) throw new AppError('conflict', error.message);
    throw error;
  }
  await standIn.saved();
  return { now: standIn.control.now().toISOString() };
}

function apply({ control, page, store }: StandIn, press: ControlPress): void {
  switch (press.action) {
    case 'refund':
      control.refund(press.charge, press.amount, { pending: press.pending });
      return;
    case 'complete-refund':
      control.completeRefund(press.refund);
      return;
    case 'fail-refund':
      control.failRefund(press.refund);
      return;
    case 'open-dispute':
      control.openDispute(press.charge, { amount: press.amount, inquiry: press.inquiry });
      return;
    case 'close-dispute':
      control.closeDispute(press.dispute, press.outcome);
      return;
    case 'escalate-dispute':
      control.escalateDispute(press.dispute);
      return;
    case 'move-clock':
      control.moveClock(press.days * DAY);
      return;
    case 'next-renewal':
      control.moveToNextRenewal();
      return;
    case 'settle-bank':
      if (isUnderWay(store, press.session)) page.settleBankPayment(press.session, press.arrived);
      return;
    case 'invoice-arrives':
      if (store.invoices[press.invoice]?.status === 'open') control.payInvoiceByBank(press.invoice);
      return;
    case 'webhooks':
      if (press.on) control.resumeWebhooks();
      else control.pauseWebhooks();
      return;
    case 'fail':
      control.fail(press);
      return;
    case 'stop-failing':
      control.stopFailing();
  }
}

function isUnderWay(store: StandIn['store'], session: string): boolean {
  return store.paymentIntents[store.sessions[session]?.payment_intent ?? '']?.status === 'processing';
}

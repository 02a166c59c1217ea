import type Stripe from 'stripe';
import type { Db } from '@/db/types';
import type { Effect } from '../effects';
import { manualInvoice } from '../invoices/settle-invoice';
import { NotAtStripe, orNull } from '../stripe-reads';
import type { Order } from './place-order';
import { sessionEffect } from './session-effect';
import { readSession } from './session-facts';

export type OrderReading = {
  effect: Effect;
  /** Its page, or its invoice, still takes a payment. */
  open: boolean;
};

type Hint = { stripe: Stripe; db: Db };

/** What Stripe says about an order now, by whichever way it is paid; null when Stripe has nothing to read yet. */
export async function readOrder(hint: Hint, order: Order): Promise<OrderReading | null> {
  try {
    return await readByChannel(hint, order);
  } catch (error) {
    if (error instanceof NotAtStripe) return null;
    throw error;
  }
}

async function readByChannel(hint: Hint, order: Order): Promise<OrderReading | null> {
  const { stripe } = hint;
  if (order.stripeInvoiceId) {
    const invoice = await orNull(stripe.invoices.retrieve(order.stripeInvoiceId));
    const open = order.channel === 'invoice' && invoice?.status === 'open';
    return invoice && { effect: await manualInvoice(stripe, invoice), open };
  }
  const session = order.stripeSessionId ? await readSession(stripe, order.stripeSessionId) : null;
  return session && { effect: await sessionEffect(hint, session), open: session.status === 'open' };
}

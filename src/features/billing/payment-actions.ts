'use server';
import { headers } from 'next/headers';
import { teamAction } from '@/auth/action';
import { env } from '@/env';
import { balanceWatchInput } from './balance-watch-input';
import { billingDetailsInput } from './billing-details-input';
import { cancelOrder, cancelOrderInput } from './cancel-order';
import { createCheckout } from './create-checkout';
import { checkoutInput, invoiceOrderInput, refundInput } from './input';
import { orderByInvoice } from './order-by-invoice';
import { refundPayment } from './refund-payment';
import { saveBalanceWatch } from './save-balance-watch';
import { saveBillingDetails } from './save-billing-details';
import { siteAddress } from './site-address';

/** Orders a pack or a number of credits and answers the payment page's address. */
export const buyCreditsAction = teamAction(
  { permission: 'billing:buy', input: checkoutInput, limit: 'checkout' },
  async (ctx, input) => createCheckout(ctx, input, siteAddress(await headers())),
);

/** Orders by an invoice that Stripe sends. */
export const orderByInvoiceAction = teamAction(
  { permission: 'billing:buy', input: invoiceOrderInput, limit: 'checkout' },
  (ctx, input) => orderByInvoice(ctx, input),
);

/** Calls off an order that is not paid. */
export const cancelOrderAction = teamAction(
  { permission: 'billing:buy', input: cancelOrderInput, limit: 'write' },
  (ctx, input) => cancelOrder(ctx, input, { now: new Date(), appUrl: env().appUrl }),
);

/** Pays back unspent credits of a payment. */
export const refundPaymentAction = teamAction(
  { permission: 'billing:refund', input: refundInput, limit: 'write' },
  (ctx, input) => refundPayment(ctx, input),
);

export const saveBillingDetailsAction = teamAction(
  { permission: 'billing:buy', input: billingDetailsInput, limit: 'write' },
  // Checked a second time by the verb; what was read is a valid input again.
  (ctx, input) => saveBillingDetails(ctx, input),
);

export const saveBalanceWatchAction = teamAction(
  { permission: 'billing:buy', input: balanceWatchInput, limit: 'write' },
  (ctx, input) => saveBalanceWatch(ctx, input),
);

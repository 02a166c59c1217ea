'use server';
import { headers } from 'next/headers';
import { teamAction } from '@/auth/action';
import { env } from '@/env';
import { cancelOrder, cancelOrderInput } from './checkout/cancel-order';
import { createCheckout } from './checkout/create-checkout';
import { checkoutInput, invoiceOrderInput, refundInput } from './input';
import { billingDetailsInput } from './invoices/billing-details-input';
import { orderByInvoice } from './invoices/order-by-invoice';
import { saveBillingDetails } from './invoices/save-billing-details';
import { refundPayment } from './refunds/refund-payment';
import { siteAddress } from './site-address';
import { balanceWatchInput } from './top-ups/balance-watch-input';
import { saveBalanceWatch } from './top-ups/save-balance-watch';

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

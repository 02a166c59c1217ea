/** Which handler takes which Stripe event: one file an event. Events that are not here are kept in the inbox as ignored. */
import type { EventHandler } from '../effects';
import { chargeDisputeClosed } from './handlers/charge-dispute-closed';
import { chargeDisputeCreated } from './handlers/charge-dispute-created';
import { chargeDisputeFundsReinstated } from './handlers/charge-dispute-funds-reinstated';
import { chargeDisputeFundsWithdrawn } from './handlers/charge-dispute-funds-withdrawn';
import { chargeDisputeUpdated } from './handlers/charge-dispute-updated';
import { chargeRefundUpdated } from './handlers/charge-refund-updated';
import { chargeRefunded } from './handlers/charge-refunded';
import { checkoutSessionAsyncPaymentFailed } from './handlers/checkout-session-async-payment-failed';
import { checkoutSessionAsyncPaymentSucceeded } from './handlers/checkout-session-async-payment-succeeded';
import { checkoutSessionCompleted } from './handlers/checkout-session-completed';
import { checkoutSessionExpired } from './handlers/checkout-session-expired';
import { customerSubscriptionCreated } from './handlers/customer-subscription-created';
import { customerSubscriptionDeleted } from './handlers/customer-subscription-deleted';
import { customerSubscriptionUpdated } from './handlers/customer-subscription-updated';
import { invoiceMarkedUncollectible } from './handlers/invoice-marked-uncollectible';
import { invoiceOverdue } from './handlers/invoice-overdue';
import { invoicePaid } from './handlers/invoice-paid';
import { invoicePaymentFailed } from './handlers/invoice-payment-failed';
import { invoiceVoided } from './handlers/invoice-voided';
import { paymentIntentPaymentFailed } from './handlers/payment-intent-payment-failed';
import { paymentIntentSucceeded } from './handlers/payment-intent-succeeded';
import { refundCreated } from './handlers/refund-created';
import { refundFailed } from './handlers/refund-failed';
import { refundUpdated } from './handlers/refund-updated';

const HANDLERS: Readonly<Record<string, EventHandler>> = {
  'checkout.session.completed': checkoutSessionCompleted,
  'checkout.session.async_payment_succeeded': checkoutSessionAsyncPaymentSucceeded,
  'checkout.session.async_payment_failed': checkoutSessionAsyncPaymentFailed,
  'checkout.session.expired': checkoutSessionExpired,
  'payment_intent.succeeded': paymentIntentSucceeded,
  'payment_intent.payment_failed': paymentIntentPaymentFailed,
  'charge.refunded': chargeRefunded,
  'charge.refund.updated': chargeRefundUpdated,
  'refund.created': refundCreated,
  'refund.updated': refundUpdated,
  'refund.failed': refundFailed,
  'charge.dispute.created': chargeDisputeCreated,
  'charge.dispute.updated': chargeDisputeUpdated,
  'charge.dispute.funds_withdrawn': chargeDisputeFundsWithdrawn,
  'charge.dispute.funds_reinstated': chargeDisputeFundsReinstated,
  'charge.dispute.closed': chargeDisputeClosed,
  'invoice.paid': invoicePaid,
  'invoice.payment_failed': invoicePaymentFailed,
  'invoice.voided': invoiceVoided,
  'invoice.marked_uncollectible': invoiceMarkedUncollectible,
  'invoice.overdue': invoiceOverdue,
  'customer.subscription.created': customerSubscriptionCreated,
  'customer.subscription.updated': customerSubscriptionUpdated,
  'customer.subscription.deleted': customerSubscriptionDeleted,
};

export function findHandler(type: string): EventHandler | null {
  return Object.hasOwn(HANDLERS, type) ? (HANDLERS[type] ?? null) : null;
}

export const HANDLED_TYPES: readonly string[] = Object.keys(HANDLERS);

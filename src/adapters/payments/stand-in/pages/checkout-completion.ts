/** What a finished payment page leaves behind. */
import { type Decline, declineOf } from '../cards';
import { record, seconds } from '../events';
import { missing } from '../faults';
import { addInvoiceItem } from '../invoice-items';
import { itemLine } from '../invoice-lines';
import { chargeInvoice, linkPayment, markPaid } from '../invoice-payments';
import { addInvoice, finalizeInvoice } from '../invoices';
import type { Session } from '../objects/checkout';
import type { Customer } from '../objects/customers';
import type { PaymentIntent, PaymentMethod, SetupIntent } from '../objects/payments';
import { attachCard } from '../payment-methods';
import { findCoupon, redeem } from '../promotions';
import { customerDetails } from '../sessions';
import { type Store, stripeId } from '../store';
import { expireIncomplete } from '../subscription-start';
import { addSubscription, collectInvoice, draftInvoice, type NewSubscription } from '../subscriptions';

/** A one-time payment has succeeded, or nothing was left to pay (`payment` null). */
export function completePayment(
  store: Store,
  session: Session,
  payment: PaymentIntent | null,
  now: Date,
): void {
  session.payment_status = payment ? 'paid' : 'no_payment_required';
  const customer = session.customer ? store.customers[session.customer] : undefined;
  const method = payment?.payment_method ? store.paymentMethods[payment.payment_method] : undefined;
  if (payment?.setup_future_usage && customer && method) attachCard(store, method, customer, now);
  const discount = redeemOnce(store, session, null, now);
  if (session.invoice_creation?.enabled) addPaidInvoice(store, session, payment, discount, now);
}

/** Begins the plan and charges its first period. Null, or why nothing began. */
export function completeSubscription(
  store: Store,
  session: Session,
  method: PaymentMethod | null,
  confirmed: boolean,
  now: Date,
): Decline | null {
  const customer = customerOf(store, session);
  const items = session._lines.map(({ price, quantity }) => {
    const found = store.prices[price];
    if (!found) throw missing('price', price, 'price');
    return { price: found, quantity };
  });
  const wanted = {
    customer: customer.id,
    items,
    metadata: session._wanted.subscription.metadata,
    description: session._wanted.subscription.description,
    defaultPaymentMethod: method?.id ?? null,
  };
  const refused = method && session.amount_total ? refusal(store, wanted, method, confirmed, now) : null;
  if (refused) return refused;
  const subscription = addSubscription(store, wanted, now);
  if (method) attachCard(store, method, customer, now);
  const discount = redeemOnce(store, session, subscription.id, now);
  if (discount) subscription.discounts = [discount];
  const invoice = draftInvoice(store, subscription, 'subscription_create', {}, now);
  record(store, 'customer.subscription.created', subscription, now);
  collectInvoice(store, subscription, invoice, now, { present: true, confirmed });
  session.subscription = subscription.id;
  session.invoice = invoice.id;
  session.payment_status = session.amount_total === 0 ? 'no_payment_required' : 'paid';
  finish(store, session);
  record(store, 'checkout.session.completed', session, now);
  return null;
}

/** Keeps a card for later. */
export function completeSetup(store: Store, session: Session, method: PaymentMethod, now: Date): void {
  const customer = customerOf(store, session);
  attachCard(store, method, customer, now);
  const intent: SetupIntent = {
    id: stripeId('seti'),
    object: 'setup_intent',
    created: seconds(now),
    customer: customer.id,
    description: session._wanted.setup.description,
    livemode: false,
    metadata: session._wanted.setup.metadata,
    payment_method: method.id,
    payment_method_types: ['card'],
    status: 'succeeded',
    usage: 'off_session',
  };
  store.setupIntents[intent.id] = intent;
  session.setup_intent = intent.id;
  record(store, 'setup_intent.succeeded', intent, now);
  finish(store, session);
  record(store, 'checkout.session.completed', session, now);
}

/** The page is done with: whether money has arrived is in `payment_status`. */
export function finish(store: Store, session: Session): void {
  session.status = 'complete';
  session.url = null;
  session.customer_details = customerDetails(store, session.customer) ?? session.customer_details;
}

/**
 * A first charge that would be declined leaves an incomplete subscription with its unpaid invoice behind. Stripe lets them expire
 * after a day; here they do at once, for the page goes on with another card and another subscription. One that waits for its owner
 * leaves nothing yet.
 */
function refusal(
  store: Store,
  wanted: NewSubscription,
  method: PaymentMethod,
  confirmed: boolean,
  now: Date,
): Decline | null {
  const presence = { present: true, confirmed };
  const expected = declineOf(method._number, presence, method._confirmed);
  if (!expected || expected.waits) return expected;
  const subscription = addSubscription(store, wanted, now);
  subscription.status = 'incomplete';
  const invoice = draftInvoice(store, subscription, 'subscription_create', {}, now);
  record(store, 'customer.subscription.created', subscription, now);
  finalizeInvoice(store, invoice, now);
  const decline = chargeInvoice(store, invoice, method, now, presence);
  expireIncomplete(store, subscription, now);
  return decline;
}

function addPaidInvoice(
  store: Store,
  session: Session,
  payment: PaymentIntent | null,
  discount: string | null,
  now: Date,
): void {
  const data = session.invoice_creation?.invoice_data;
  const lines = session._lines.map((line) => {
    const wanted = {
      customer: session.customer ?? '',
      amount: line.amount_subtotal,
      currency: line.currency,
      description: line.description,
      price: store.prices[line.price] ?? null,
      quantity: line.quantity,
    };
    return itemLine(addInvoiceItem(store, wanted, now));
  });
  const invoice = addInvoice(
    store,
    {
      customer: session.customer,
      currency: session.currency ?? 'usd',
      reason: 'manual',
      lines,
      autoAdvance: false,
      discounts: discount ? [discount] : [],
      customFields: data?.custom_fields,
      description: data?.description,
      footer: data?.footer,
      metadata: data?.metadata,
    },
    now,
  );
  session.invoice = invoice.id;
  finalizeInvoice(store, invoice, now);
  if (payment) linkPayment(store, invoice, payment, 'paid', now);
  markPaid(store, invoice, payment, now);
}

function redeemOnce(store: Store, session: Session, subscription: string | null, now: Date): string | null {
  const [named] = session.discounts;
  if (!named) return null;
  const { coupon, promotion_code } = named;
  const found = findCoupon(store, {
    coupon: coupon ?? undefined,
    promotion_code: promotion_code ?? undefined,
  });
  const of = { checkout_session: session.id, customer: session.customer, promotion_code, subscription };
  return redeem(store, found, of, now).id;
}

function customerOf(store: Store, session: Session): Customer {
  const customer = session.customer ? store.customers[session.customer] : undefined;
  if (!customer) throw missing('customer', session.customer ?? '', 'customer');
  return customer;
}

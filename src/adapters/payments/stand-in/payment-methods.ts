/** Cards that customers keep. */
import type { AcceptedCard } from './cards';
import { record, seconds } from './events';
import { badRequest } from './faults';
import type { Customer } from './objects/customers';
import type { BillingDetails, PaymentMethod } from './objects/payments';
import { type Store, stripeId } from './store';

export const NO_DETAILS: BillingDetails = { address: null, email: null, name: null, phone: null };

/** A card as it was typed in, not yet kept by anybody. */
export function addCard(
  store: Store,
  card: AcceptedCard,
  now: Date,
  details: BillingDetails = NO_DETAILS,
): PaymentMethod {
  const { number, ...visible } = card;
  const method: PaymentMethod = {
    id: stripeId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { ...details },
    card: { ...visible, funding: 'credit', country: 'US' },
    created: seconds(now),
    customer: null,
    livemode: false,
    metadata: {},
    type: 'card',
    _number: number,
  };
  store.paymentMethods[method.id] = method;
  return method;
}

export function attachCard(store: Store, method: PaymentMethod, customer: Customer, now: Date): void {
  if (method.customer === customer.id) return;
  if (method.customer) {
    throw badRequest('The payment method you provided has already been attached to a customer.');
  }
  method.customer = customer.id;
  record(store, 'payment_method.attached', method, now);
}

export function detachCard(store: Store, method: PaymentMethod, now: Date): void {
  const { customer } = method;
  if (!customer) {
    throw badRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  }
  const owner = store.customers[customer];
  if (owner?.invoice_settings.default_payment_method === method.id) {
    owner.invoice_settings.default_payment_method = null;
    record(store, 'customer.updated', owner, now);
  }
  for (const subscription of Object.values(store.subscriptions)) {
    if (subscription.default_payment_method === method.id) subscription.default_payment_method = null;
  }
  method.customer = null;
  record(store, 'payment_method.detached', method, now, { customer });
}

/** The card that a subscription or an invoice of this customer is charged to. */
export function defaultCard(
  store: Store,
  customer: string | null,
  ...preferred: (string | null | undefined)[]
): PaymentMethod | null {
  const fallback = customer ? store.customers[customer]?.invoice_settings.default_payment_method : null;
  const found = [...preferred, fallback].find((id) => id && store.paymentMethods[id]?.customer === customer);
  return found ? (store.paymentMethods[found] ?? null) : null;
}

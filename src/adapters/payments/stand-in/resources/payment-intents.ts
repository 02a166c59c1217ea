import { z } from 'zod';
import { NOBODY_THERE } from '../cards';
import { badRequest, cardFault } from '../faults';
import type { PaymentIntent, PaymentMethod } from '../objects/payments';
import {
  currency,
  expand,
  flag,
  id,
  isWithin,
  mergeMetadata,
  metadata,
  moments,
  page,
  positive,
  text,
} from '../params';
import { followPayment } from '../payment-followers';
import { addPayment, cancelPayment, chargeCard, failPayment } from '../payments';
import { shown } from '../render';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import type { Store } from '../store';

const PATH = '/v1/payment_intents';
/** Stripe's smallest charge in US dollars, in cents. */
const SMALLEST_CHARGE = 50;

const createParams = z.strictObject({
  amount: positive,
  currency,
  customer: id.optional(),
  payment_method: id.optional(),
  payment_method_types: z.array(z.literal('card')).optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  confirm: flag.optional(),
  off_session: flag.optional(),
  error_on_requires_action: flag.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  receipt_email: z.email().optional(),
  setup_future_usage: z.enum(['on_session', 'off_session']).optional(),
  expand,
});

const updateParams = z.strictObject({
  description: text.optional(),
  metadata: metadata.optional(),
  expand,
});

const confirmParams = z.strictObject({
  payment_method: id.optional(),
  off_session: flag.optional(),
  error_on_requires_action: flag.optional(),
  expand,
});

const cancelParams = z.strictObject({
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  expand,
});

const listParams = z.strictObject({ customer: id.optional(), created: moments, ...page });

export const PAYMENT_INTENT_ROUTES: Route[] = [
  route('POST', PATH, createParams, (input, { store, now }) => {
    if (input.amount < SMALLEST_CHARGE) {
      throw badRequest('Amount must be at least $0.50 usd', { code: 'amount_too_small', param: 'amount' });
    }
    if (input.customer) findIn(store.customers, 'customer', input.customer, 'customer');
    if (input.off_session !== undefined && !input.confirm) {
      throw badRequest('The `off_session` parameter can only be used when `confirm` is true.', {
        param: 'off_session',
      });
    }
    const method = input.payment_method ? usableCard(store, input.payment_method, input.customer) : null;
    if (input.confirm && !method) throw noCard();
    const payment = addPayment(
      store,
      {
        ...input,
        customer: input.customer ?? null,
        metadata: input.metadata ?? {},
        receiptEmail: input.receipt_email,
        saveCard: input.setup_future_usage,
      },
      now,
    );
    if (!method) return payment;
    payment.payment_method = method.id;
    payment.status = 'requires_confirmation';
    if (input.confirm) confirm(store, payment, method, input, now);
    return payment;
  }),
  listing(
    PATH,
    listParams,
    ({ store }) => Object.values(store.paymentIntents),
    (payment, { customer, created }) =>
      same(customer, payment.customer) && isWithin(payment.created, created),
  ),
  retrieving(PATH, 'payment_intent', (store) => store.paymentIntents),
  route('POST', `${PATH}/:id`, updateParams, (input, { store, id }) => {
    const payment = findIn(store.paymentIntents, 'payment_intent', id);
    payment.description = input.description ?? payment.description;
    payment.metadata = mergeMetadata(payment.metadata, input.metadata);
    return payment;
  }),
  route('POST', `${PATH}/:id/confirm`, confirmParams, (input, { store, id, now }) => {
    const payment = findIn(store.paymentIntents, 'payment_intent', id);
    requireOpen(payment, 'confirm');
    const wanted = input.payment_method ?? payment.payment_method;
    if (!wanted) throw noCard();
    const method = usableCard(store, wanted, payment.customer ?? undefined);
    confirm(store, payment, method, input, now);
    return payment;
  }),
  route('POST', `${PATH}/:id/cancel`, cancelParams, (input, { store, id, now }) => {
    const payment = findIn(store.paymentIntents, 'payment_intent', id);
    requireOpen(payment, 'cancel');
    cancelPayment(store, payment, input.cancellation_reason ?? null, now);
    return payment;
  }),
];

/** Throws Stripe's 402 when the card is declined; the payment stays and waits for another card, or for its owner. */
function confirm(
  store: Store,
  payment: PaymentIntent,
  method: PaymentMethod,
  { off_session, error_on_requires_action: errorOnAction }: z.infer<typeof confirmParams>,
  now: Date,
): void {
  const decline = chargeCard(store, payment, method, now, { present: off_session !== true });
  if (!decline) {
    followPayment(store, payment, now);
    return;
  }
  if (decline.waits && !errorOnAction) return;
  const { waits: _waits, ...said } = decline.waits ? NOBODY_THERE : decline;
  if (decline.waits) failPayment(store, payment, now, { type: 'card_error', ...said });
  throw cardFault({
    ...said,
    charge: payment.latest_charge ?? undefined,
    payment_intent: shown(store, payment),
    payment_method: shown(store, method),
  });
}

function usableCard(store: Store, id: string, customer: string | undefined): PaymentMethod {
  const method = findIn(store.paymentMethods, 'PaymentMethod', id, 'payment_method');
  if (method.customer && method.customer !== customer) {
    throw badRequest(
      customer
        ? `The provided PaymentMethod (${id}) does not belong to the Customer ${customer}.`
        : `The provided PaymentMethod (${id}) belongs to a Customer. Please include the Customer in the \`customer\` parameter.`,
      { param: 'payment_method' },
    );
  }
  return method;
}

function requireOpen(payment: PaymentIntent, what: string): void {
  if (payment.status !== 'succeeded' && payment.status !== 'canceled') return;
  const message = `You cannot ${what} this PaymentIntent because it has a status of ${payment.status}.`;
  throw badRequest(message, { code: 'payment_intent_unexpected_state' });
}

function noCard() {
  return badRequest('You cannot confirm this PaymentIntent because it’s missing a payment method.', {
    code: 'payment_intent_unexpected_state',
  });
}

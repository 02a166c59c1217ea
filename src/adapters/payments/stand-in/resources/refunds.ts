import { z } from 'zod';
import { record } from '../events';
import { badRequest } from '../faults';
import type { Charge } from '../objects/payments';
import { expand, id, isWithin, mergeMetadata, metadata, moments, page, positive } from '../params';
import { refundCharge } from '../refunds';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import type { Store } from '../store';

const PATH = '/v1/refunds';

const createParams = z.strictObject({
  charge: id.optional(),
  payment_intent: id.optional(),
  amount: positive.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
  expand,
});

const listParams = z.strictObject({
  charge: id.optional(),
  payment_intent: id.optional(),
  created: moments,
  ...page,
});

export const REFUND_ROUTES: Route[] = [
  route('POST', PATH, createParams, (input, { store, now }) => {
    const wish = { ...input, metadata: input.metadata ?? {} };
    return refundCharge(store, chargeOf(store, input), wish, now);
  }),
  listing(
    PATH,
    listParams,
    ({ store }) => Object.values(store.refunds),
    (refund, { charge, payment_intent, created }) =>
      same(charge, refund.charge) &&
      same(payment_intent, refund.payment_intent) &&
      isWithin(refund.created, created),
  ),
  retrieving(PATH, 'refund', (store) => store.refunds),
  route(
    'POST',
    `${PATH}/:id`,
    z.strictObject({ metadata: metadata.optional(), expand }),
    (input, { store, id, now }) => {
      const refund = findIn(store.refunds, 'refund', id);
      refund.metadata = mergeMetadata(refund.metadata ?? {}, input.metadata);
      record(store, 'refund.updated', refund, now);
      return refund;
    },
  ),
];

function chargeOf(store: Store, input: { charge?: string; payment_intent?: string }): Charge {
  if (input.charge) return findIn(store.charges, 'charge', input.charge, 'charge');
  if (!input.payment_intent)
    throw badRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  const payment = findIn(store.paymentIntents, 'payment_intent', input.payment_intent, 'payment_intent');
  const charge = payment.latest_charge ? store.charges[payment.latest_charge] : undefined;
  if (!charge?.paid) {
    throw badRequest(`This PaymentIntent (${payment.id}) does not have a successful charge to refund.`, {
      code: 'payment_intent_unexpected_state',
      param: 'payment_intent',
    });
  }
  return charge;
}

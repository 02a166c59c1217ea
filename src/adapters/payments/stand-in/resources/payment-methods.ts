import { z } from 'zod';
import { expand, id, isWithin, mergeMetadata, metadata, moments, noParams, page } from '../params';
import { attachCard, detachCard } from '../payment-methods';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';

const PATH = '/v1/payment_methods';
const type = z.literal('card').optional();

export const PAYMENT_METHOD_ROUTES: Route[] = [
  listing(
    PATH,
    z.strictObject({ customer: id, type, ...page }),
    ({ store }) => Object.values(store.paymentMethods),
    (method, { customer }) => method.customer === customer,
  ),
  retrieving(PATH, 'PaymentMethod', (store) => store.paymentMethods),
  route(
    'POST',
    `${PATH}/:id`,
    z.strictObject({ metadata: metadata.optional(), expand }),
    (input, { store, id }) => {
      const method = findIn(store.paymentMethods, 'PaymentMethod', id);
      method.metadata = mergeMetadata(method.metadata ?? {}, input.metadata);
      return method;
    },
  ),
  route(
    'POST',
    `${PATH}/:id/attach`,
    z.strictObject({ customer: id, expand }),
    (input, { store, id, now }) => {
      const method = findIn(store.paymentMethods, 'PaymentMethod', id);
      attachCard(store, method, findIn(store.customers, 'customer', input.customer, 'customer'), now);
      return method;
    },
  ),
  route('POST', `${PATH}/:id/detach`, noParams, (_input, { store, id, now }) => {
    const method = findIn(store.paymentMethods, 'PaymentMethod', id);
    detachCard(store, method, now);
    return method;
  }),
  listing(
    '/v1/customers/:id/payment_methods',
    z.strictObject({ type, ...page }),
    ({ store, id }) => {
      findIn(store.customers, 'customer', id);
      return Object.values(store.paymentMethods);
    },
    (method, _input, { id }) => method.customer === id,
  ),
  route('GET', '/v1/customers/:id/payment_methods/:method', noParams, (_input, { store, ids }) => {
    const [customer = '', wanted = ''] = ids;
    const mine = Object.fromEntries(
      Object.entries(store.paymentMethods).filter(([, method]) => method.customer === customer),
    );
    return findIn(mine, 'PaymentMethod', wanted);
  }),
  listing(
    '/v1/setup_intents',
    z.strictObject({ customer: id.optional(), created: moments, ...page }),
    ({ store }) => Object.values(store.setupIntents),
    (intent, { customer, created }) => same(customer, intent.customer) && isWithin(intent.created, created),
  ),
  retrieving('/v1/setup_intents', 'setupintent', (store) => store.setupIntents),
];

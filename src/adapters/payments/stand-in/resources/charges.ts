import { z } from 'zod';
import { id, isWithin, moments, page } from '../params';
import { listing, type Route, retrieving, same } from '../routes';

const chargeListParams = z.strictObject({
  customer: id.optional(),
  payment_intent: id.optional(),
  created: moments,
  ...page,
});

const balanceListParams = z.strictObject({
  source: id.optional(),
  type: z.string().optional(),
  currency: z.string().optional(),
  created: moments,
  ...page,
});

export const CHARGE_ROUTES: Route[] = [
  listing(
    '/v1/charges',
    chargeListParams,
    ({ store }) => Object.values(store.charges),
    (charge, { customer, payment_intent, created }) =>
      same(customer, charge.customer) &&
      same(payment_intent, charge.payment_intent) &&
      isWithin(charge.created, created),
  ),
  retrieving('/v1/charges', 'charge', (store) => store.charges),
  listing(
    '/v1/balance_transactions',
    balanceListParams,
    ({ store }) => Object.values(store.balanceTransactions),
    (movement, { source, type, currency, created }) =>
      same(source, movement.source) &&
      same<string>(type, movement.type) &&
      same(currency, movement.currency) &&
      isWithin(movement.created, created),
  ),
  retrieving('/v1/balance_transactions', 'balance_transaction', (store) => store.balanceTransactions),
];

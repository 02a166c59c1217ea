import { z } from 'zod';
import { addPrice, addProduct, productData, recurring } from '../catalog';
import { record } from '../events';
import { badRequest } from '../faults';
import {
  amount,
  currency,
  expand,
  flag,
  id,
  isWithin,
  mergeMetadata,
  metadata,
  moments,
  page,
  text,
} from '../params';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import type { Store } from '../store';

const PATH = '/v1/prices';
const lookupKey = z.string().min(1).max(200);

const createParams = z.strictObject({
  currency,
  unit_amount: amount,
  product: id.optional(),
  product_data: productData.extend({ id: id.optional() }).optional(),
  recurring: recurring.optional(),
  lookup_key: lookupKey.optional(),
  transfer_lookup_key: flag.optional(),
  nickname: text.optional(),
  active: flag.optional(),
  metadata: metadata.optional(),
  expand,
});

const updateParams = z.strictObject({
  active: flag.optional(),
  lookup_key: lookupKey.optional(),
  transfer_lookup_key: flag.optional(),
  nickname: text.optional(),
  metadata: metadata.optional(),
  expand,
});

const listParams = z.strictObject({
  lookup_keys: z.array(lookupKey).max(10).optional(),
  product: id.optional(),
  active: flag.optional(),
  currency: currency.optional(),
  type: z.enum(['one_time', 'recurring']).optional(),
  created: moments,
  ...page,
});

export const PRICE_ROUTES: Route[] = [
  route('POST', PATH, createParams, (input, { store, now }) => {
    const { product, product_data, transfer_lookup_key, expand: _expand, ...wanted } = input;
    takeLookupKey(store, input.lookup_key, transfer_lookup_key);
    const productId = product ?? (product_data ? addProduct(store, product_data, now).id : undefined);
    if (!productId)
      throw badRequest('You must specify either `product` or `product_data`.', { param: 'product' });
    const price = addPrice(store, { ...wanted, product: productId }, now);
    record(store, 'price.created', price, now);
    return price;
  }),
  listing(
    PATH,
    listParams,
    ({ store }) => Object.values(store.prices),
    (price, { lookup_keys, product, active, currency, type, created }) =>
      (!lookup_keys || (price.lookup_key !== null && lookup_keys.includes(price.lookup_key))) &&
      same(product, price.product) &&
      same(active, price.active) &&
      same(currency, price.currency) &&
      same<string>(type, price.type) &&
      isWithin(price.created, created),
  ),
  retrieving(PATH, 'price', (store) => store.prices),
  route('POST', `${PATH}/:id`, updateParams, (input, { store, id, now }) => {
    const price = findIn(store.prices, 'price', id);
    if (input.lookup_key && input.lookup_key !== price.lookup_key) {
      takeLookupKey(store, input.lookup_key, input.transfer_lookup_key);
      price.lookup_key = input.lookup_key;
    }
    price.active = input.active ?? price.active;
    price.nickname = input.nickname ?? price.nickname;
    price.metadata = mergeMetadata(price.metadata, input.metadata);
    record(store, 'price.updated', price, now);
    return price;
  }),
];

/** A lookup key names one price; with `transfer` it leaves the one that had it. */
function takeLookupKey(store: Store, key: string | undefined, transfer: boolean | undefined): void {
  const owner = Object.values(store.prices).find((price) => key && price.lookup_key === key);
  if (!owner) return;
  if (!transfer) {
    throw badRequest(`A price (\`${owner.id}\`) already uses that lookup key.`, { param: 'lookup_key' });
  }
  owner.lookup_key = null;
}

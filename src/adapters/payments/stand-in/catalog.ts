/** Products and prices, also those that a request brings along (`price_data`). */
import { z } from 'zod';
import { seconds } from './events';
import { badRequest, missing } from './faults';
import type { Price, Product, Recurring } from './objects/catalog';
import type { Metadata } from './objects/kept';
import { amount, currency, id, metadata, positive, text } from './params';
import { type Store, stripeId } from './store';

export const productData = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1).optional(),
  metadata: metadata.optional(),
  unit_label: text.optional(),
});

export const recurring = z.strictObject({
  interval: z.enum(['day', 'week', 'month', 'year']),
  interval_count: positive.optional(),
  usage_type: z.literal('licensed').optional(),
});

/** A price that is made with the request, for an existing product. */
export const priceData = z.strictObject({
  currency,
  unit_amount: amount,
  product: id,
  recurring: recurring.optional(),
});

export type NewProduct = {
  id?: string;
  name: string;
  description?: string | null;
  metadata?: Metadata | null;
  unit_label?: string | null;
  active?: boolean;
};

export function addProduct(store: Store, wanted: NewProduct, now: Date): Product {
  const product: Product = {
    id: wanted.id ?? stripeId('prod'),
    object: 'product',
    active: wanted.active ?? true,
    created: seconds(now),
    description: wanted.description ?? null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: wanted.metadata ?? {},
    name: wanted.name,
    type: 'service',
    unit_label: wanted.unit_label ?? null,
    updated: seconds(now),
    url: null,
  };
  if (store.products[product.id]) {
    throw badRequest('Product already exists.', { code: 'resource_already_exists', param: 'id' });
  }
  store.products[product.id] = product;
  return product;
}

export type NewPrice = {
  currency: string;
  unit_amount: number;
  product: string;
  recurring?: { interval: Recurring['interval']; interval_count?: number };
  active?: boolean;
  lookup_key?: string | null;
  metadata?: Metadata | null;
  nickname?: string | null;
};

export function addPrice(store: Store, wanted: NewPrice, now: Date): Price {
  if (!store.products[wanted.product]) throw missing('product', wanted.product, 'product');
  const price: Price = {
    id: stripeId('price'),
    object: 'price',
    active: wanted.active ?? true,
    billing_scheme: 'per_unit',
    created: seconds(now),
    currency: wanted.currency,
    livemode: false,
    lookup_key: wanted.lookup_key ?? null,
    metadata: wanted.metadata ?? {},
    nickname: wanted.nickname ?? null,
    product: wanted.product,
    recurring: wanted.recurring
      ? {
          interval: wanted.recurring.interval,
          interval_count: wanted.recurring.interval_count ?? 1,
          usage_type: 'licensed',
        }
      : null,
    type: wanted.recurring ? 'recurring' : 'one_time',
    unit_amount: wanted.unit_amount,
    unit_amount_decimal: String(wanted.unit_amount),
  };
  store.prices[price.id] = price;
  return price;
}

/** The price that a line names or brings along; Stripe keeps the latter inactive. */
export function priceOf(
  store: Store,
  line: {
    price?: string;
    price_data?: Omit<NewPrice, 'product'> & { product?: string; product_data?: NewProduct };
  },
  now: Date,
): Price {
  if (line.price) {
    const price = store.prices[line.price];
    if (!price) throw missing('price', line.price, 'price');
    if (!price.active) throw badRequest('The price specified is inactive.', { param: 'price' });
    return price;
  }
  const { price_data } = line;
  if (!price_data) throw badRequest('You must specify either `price` or `price_data`.', { param: 'price' });
  const { product, product_data, ...rest } = price_data;
  const productId =
    product ?? (product_data ? addProduct(store, { ...product_data, active: false }, now).id : null);
  if (!productId) throw badRequest('You must specify either `product` or `product_data`.');
  return addPrice(store, { ...rest, product: productId, active: false }, now);
}

export function nameOf(store: Store, price: Price): string {
  return store.products[price.product]?.name ?? price.product;
}

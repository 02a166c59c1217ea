import { z } from 'zod';
import { addProduct, productData } from '../catalog';
import { record, seconds } from '../events';
import { badRequest } from '../faults';
import {
  emptyable,
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

const PATH = '/v1/products';

const createParams = productData.extend({ id: id.optional(), active: flag.optional(), expand });

const updateParams = z.strictObject({
  name: z.string().min(1).optional(),
  description: emptyable(text).optional(),
  unit_label: emptyable(text).optional(),
  active: flag.optional(),
  metadata: metadata.optional(),
  expand,
});

const listParams = z.strictObject({
  ids: z.array(id).optional(),
  active: flag.optional(),
  created: moments,
  ...page,
});

export const PRODUCT_ROUTES: Route[] = [
  route('POST', PATH, createParams, (input, { store, now }) => {
    const product = addProduct(store, input, now);
    record(store, 'product.created', product, now);
    return product;
  }),
  listing(
    PATH,
    listParams,
    ({ store }) => Object.values(store.products),
    (product, { ids, active, created }) =>
      (!ids || ids.includes(product.id)) &&
      same(active, product.active) &&
      isWithin(product.created, created),
  ),
  retrieving(PATH, 'product', (store) => store.products),
  route('POST', `${PATH}/:id`, updateParams, (input, { store, id, now }) => {
    const product = findIn(store.products, 'product', id);
    if (input.name === '') throw badRequest('A product needs a name.', { param: 'name' });
    Object.assign(product, {
      name: input.name ?? product.name,
      description: input.description === undefined ? product.description : input.description,
      unit_label: input.unit_label === undefined ? product.unit_label : input.unit_label,
      active: input.active ?? product.active,
      metadata: mergeMetadata(product.metadata, input.metadata),
      updated: seconds(now),
    });
    record(store, 'product.updated', product, now);
    return product;
  }),
];

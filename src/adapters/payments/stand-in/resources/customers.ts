import type Stripe from 'stripe';
import { z } from 'zod';
import { addCustomer } from '../customers';
import { changed, record, seconds } from '../events';
import { badRequest, missing } from '../faults';
import type { Customer, TaxId } from '../objects/customers';
import {
  address,
  currency,
  customFields,
  emptyable,
  expand,
  id,
  integer,
  isWithin,
  mergeMetadata,
  metadata,
  moments,
  noParams,
  page,
  text,
} from '../params';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import { type Store, stripeId } from '../store';
import { addTaxId } from '../tax-ids';
import { copyOf } from '../undo';

const PATH = '/v1/customers';

const fields = {
  name: emptyable(z.string().max(256)).optional(),
  email: emptyable(z.email()).optional(),
  description: emptyable(text).optional(),
  phone: emptyable(z.string().max(20)).optional(),
  address: emptyable(address).optional(),
  metadata: metadata.optional(),
  preferred_locales: z.array(z.string()).optional(),
  tax_exempt: emptyable(z.enum(['none', 'exempt', 'reverse'])).optional(),
  invoice_settings: z
    .strictObject({
      default_payment_method: emptyable(id).optional(),
      custom_fields: customFields.optional(),
      footer: emptyable(text).optional(),
    })
    .optional(),
  expand,
};

const createParams = z.strictObject({
  ...fields,
  tax_id_data: z.array(z.strictObject({ type: z.string(), value: z.string() })).optional(),
});
const updateParams = z.strictObject(fields);

export const CUSTOMER_ROUTES: Route[] = [
  route('POST', PATH, createParams, ({ tax_id_data = [], ...input }, { store, now }) => {
    const customer = addCustomer(store, {}, now);
    apply(store, customer, input);
    for (const { type, value } of tax_id_data) addTaxId(store, customer.id, type, value, now);
    return customer;
  }),
  listing(
    PATH,
    z.strictObject({ email: z.string().optional(), created: moments, ...page }),
    ({ store }) => Object.values(store.customers),
    (customer, { email, created }) => same(email, customer.email) && isWithin(customer.created, created),
  ),
  retrieving(PATH, 'customer', (store) => store.customers),
  route('POST', `${PATH}/:id`, updateParams, (input, { store, id, now }) => {
    const customer = findIn(store.customers, 'customer', id);
    const before = copyOf(customer);
    apply(store, customer, input);
    record(store, 'customer.updated', customer, now, changed(before, customer));
    return customer;
  }),
  route(
    'POST',
    `${PATH}/:id/tax_ids`,
    z.strictObject({ type: z.string(), value: z.string().max(100), expand }),
    ({ type, value }, { store, id, now }) => {
      findIn(store.customers, 'customer', id);
      return addTaxId(store, id, type, value, now);
    },
  ),
  route(
    'POST',
    `${PATH}/:id/balance_transactions`,
    z.strictObject({
      amount: integer,
      currency,
      description: text.optional(),
      metadata: metadata.optional(),
      expand,
    }),
    (input, { store, id, now }) => {
      const customer = findIn(store.customers, 'customer', id);
      customer.balance += input.amount;
      record(store, 'customer.updated', customer, now);
      return {
        id: stripeId('cbtxn'),
        object: 'customer_balance_transaction',
        amount: input.amount,
        created: seconds(now),
        currency: input.currency,
        customer: customer.id,
        description: input.description ?? null,
        ending_balance: customer.balance,
        livemode: false,
        metadata: input.metadata ?? {},
        type: 'adjustment',
      };
    },
  ),
  listing(
    `${PATH}/:id/tax_ids`,
    z.strictObject(page),
    ({ store, id }) => {
      findIn(store.customers, 'customer', id);
      return Object.values(store.taxIds);
    },
    (taxId, _input, { id }) => taxId.customer === id,
  ),
  route('GET', `${PATH}/:id/tax_ids/:tax`, noParams, (_input, { store, ids }) => findTaxId(store, ids)),
  route('DELETE', `${PATH}/:id/tax_ids/:tax`, noParams, (_input, { store, ids, now }) => {
    const taxId = findTaxId(store, ids);
    delete store.taxIds[taxId.id];
    record(store, 'customer.tax_id.deleted', taxId, now);
    return { id: taxId.id, object: 'tax_id', deleted: true };
  }),
];

function findTaxId(store: Store, [customer = '', wanted = '']: string[]): TaxId {
  findIn(store.customers, 'customer', customer);
  const taxId = findIn(store.taxIds, 'tax_id', wanted);
  if (taxId.customer !== customer) throw missing('tax_id', wanted);
  return taxId;
}

function apply(store: Store, customer: Customer, input: z.infer<typeof updateParams>): void {
  const { metadata, address, invoice_settings, expand: _expand, ...plain } = input;
  for (const [name, value] of Object.entries(plain)) {
    if (value !== undefined) Object.assign(customer, { [name]: value });
  }
  if (address !== undefined) customer.address = address && wholeAddress(address);
  customer.metadata = mergeMetadata(customer.metadata, metadata);
  const { default_payment_method: card, ...settings } = invoice_settings ?? {};
  if (card && store.paymentMethods[card]?.customer !== customer.id) {
    throw badRequest(
      `The customer does not have a payment method with the ID ${card}. The payment method must be attached to the customer.`,
      {
        code: 'resource_missing',
        param: 'invoice_settings[default_payment_method]',
      },
    );
  }
  if (card !== undefined) customer.invoice_settings.default_payment_method = card;
  Object.assign(customer.invoice_settings, settings);
}

export function wholeAddress(given: z.infer<typeof address>): Stripe.Address {
  const { line1, line2, city, state, postal_code, country } = given;
  return {
    city: city ?? null,
    country: country ?? null,
    line1: line1 ?? null,
    line2: line2 ?? null,
    postal_code: postal_code ?? null,
    state: state ?? null,
  };
}

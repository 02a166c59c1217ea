import { z } from 'zod';
import { nameOf, priceData, priceOf } from '../catalog';
import { record } from '../events';
import { badRequest } from '../faults';
import { addInvoiceItem } from '../invoice-items';
import { fill, itemLine } from '../invoice-lines';
import type { InvoiceItem } from '../objects/invoices';
import {
  currency,
  expand,
  id,
  integer,
  isWithin,
  metadata,
  moments,
  noParams,
  page,
  positive,
  text,
} from '../params';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import type { Store } from '../store';

const PATH = '/v1/invoiceitems';

const createParams = z.strictObject({
  customer: id,
  amount: integer.optional(),
  currency: currency.optional(),
  description: text.optional(),
  invoice: id.optional(),
  metadata: metadata.optional(),
  period: z.strictObject({ start: integer, end: integer }).optional(),
  price_data: priceData.omit({ recurring: true }).optional(),
  pricing: z.strictObject({ price: id }).optional(),
  quantity: positive.optional(),
  expand,
});

export const INVOICE_ITEM_ROUTES: Route[] = [
  route('POST', PATH, createParams, (input, { store, now }) => createItem(store, input, now)),
  listing(
    PATH,
    z.strictObject({ customer: id.optional(), invoice: id.optional(), created: moments, ...page }),
    ({ store }) => Object.values(store.invoiceItems),
    (item, { customer, invoice, created }) =>
      same(customer, item.customer) && same(invoice, item.invoice) && isWithin(item.date, created),
  ),
  retrieving(PATH, 'invoiceitem', (store) => store.invoiceItems),
  route('DELETE', `${PATH}/:id`, noParams, (_input, { store, id, now }) => {
    const item = findIn(store.invoiceItems, 'invoiceitem', id);
    const invoice = item.invoice ? store.invoices[item.invoice] : undefined;
    if (invoice && invoice.status !== 'draft')
      throw badRequest('You can’t delete an item of a finalized invoice.');
    delete store.invoiceItems[id];
    if (invoice) {
      const others = invoice.lines.data.filter(
        (line) => line.parent.invoice_item_details?.invoice_item !== id,
      );
      fill(store, invoice, others);
    }
    record(store, 'invoiceitem.deleted', item, now);
    return { id, object: 'invoiceitem', deleted: true };
  }),
];

function createItem(store: Store, input: z.infer<typeof createParams>, now: Date): InvoiceItem {
  findIn(store.customers, 'customer', input.customer, 'customer');
  const invoice = input.invoice ? findIn(store.invoices, 'invoice', input.invoice, 'invoice') : null;
  if (invoice && invoice.customer !== input.customer) {
    throw badRequest(`The invoice ${invoice.id} belongs to another customer.`, { param: 'invoice' });
  }
  if (invoice && invoice.status !== 'draft') {
    throw badRequest('This invoice is no longer editable.', {
      code: 'invoice_not_editable',
      param: 'invoice',
    });
  }
  const named = input.pricing || input.price_data;
  if ((input.amount === undefined) === (named === undefined)) {
    throw badRequest('You must specify one of `amount`, `pricing` or `price_data`.', { param: 'amount' });
  }
  const price = named
    ? priceOf(store, { price: input.pricing?.price, price_data: input.price_data }, now)
    : null;
  const quantity = input.quantity ?? 1;
  const item = addInvoiceItem(
    store,
    {
      customer: input.customer,
      amount: price ? price.unit_amount * quantity : (input.amount ?? 0),
      currency: price?.currency ?? input.currency ?? invoice?.currency ?? 'usd',
      description: input.description ?? (price ? nameOf(store, price) : null),
      price,
      quantity,
      invoice: invoice?.id,
      metadata: input.metadata ?? {},
      period: input.period,
    },
    now,
  );
  if (invoice) fill(store, invoice, [...invoice.lines.data, itemLine(item)]);
  return item;
}

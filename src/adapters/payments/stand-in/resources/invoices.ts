import { z } from 'zod';
import { record } from '../events';
import { badRequest, cardFault, missing } from '../faults';
import { itemLine } from '../invoice-lines';
import { dropPayment, markPaid, paymentOfInvoice, payOutOfBand } from '../invoice-payments';
import { previewInvoice } from '../invoice-preview';
import { addInvoice, finalizeInvoice, markUncollectible, voidInvoice } from '../invoices';
import type { Invoice } from '../objects/invoices';
import {
  currency,
  customFields,
  emptyable,
  expand,
  flag,
  id,
  isWithin,
  mergeMetadata,
  metadata,
  moments,
  noParams,
  page,
  positive,
  text,
} from '../params';
import { shown } from '../render';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import type { Store } from '../store';
import { previewParams } from '../subscription-params';
import { followPaid, tryInvoice } from '../subscriptions';

const PATH = '/v1/invoices';

const editable = {
  auto_advance: flag.optional(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
  custom_fields: customFields.optional(),
  days_until_due: positive.optional(),
  due_date: positive.optional(),
  default_payment_method: id.optional(),
  description: emptyable(text).optional(),
  footer: emptyable(text).optional(),
  metadata: metadata.optional(),
  expand,
};

const createParams = z.strictObject({
  ...editable,
  customer: id,
  currency: currency.optional(),
  pending_invoice_items_behavior: z.enum(['exclude', 'include']).optional(),
});

const updateParams = z.strictObject(editable);

const payParams = z.strictObject({
  payment_method: id.optional(),
  paid_out_of_band: flag.optional(),
  off_session: flag.optional(),
  expand,
});

const listParams = z.strictObject({
  customer: id.optional(),
  subscription: id.optional(),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
  created: moments,
  due_date: moments,
  ...page,
});

export const INVOICE_ROUTES: Route[] = [
  route('POST', `${PATH}/create_preview`, previewParams, (input, { store, now }) =>
    previewInvoice(store, input, now),
  ),
  route('POST', PATH, createParams, (input, { store, now }) => createInvoice(store, input, now)),
  listing(
    PATH,
    listParams,
    ({ store }) => Object.values(store.invoices),
    (invoice, input) =>
      same(input.customer, invoice.customer) &&
      same(input.subscription, invoice._subscription) &&
      same<string>(input.status, invoice.status) &&
      same<string>(input.collection_method, invoice.collection_method) &&
      isWithin(invoice.created, input.created) &&
      (input.due_date === undefined ||
        (invoice.due_date !== null && isWithin(invoice.due_date, input.due_date))),
  ),
  retrieving(PATH, 'invoice', (store) => store.invoices),
  route('POST', `${PATH}/:id`, updateParams, (input, { store, id, now }) => {
    const invoice = findIn(store.invoices, 'invoice', id);
    updateInvoice(invoice, input);
    record(store, 'invoice.updated', invoice, now);
    return invoice;
  }),
  route('DELETE', `${PATH}/:id`, noParams, (_input, { store, id, now }) => {
    const invoice = findIn(store.invoices, 'invoice', id);
    if (invoice.status !== 'draft') throw badRequest('You can only delete draft invoices.');
    delete store.invoices[id];
    record(store, 'invoice.deleted', invoice, now);
    return { id, object: 'invoice', deleted: true };
  }),
  route(
    'POST',
    `${PATH}/:id/finalize`,
    z.strictObject({ auto_advance: flag.optional(), expand }),
    ({ auto_advance }, { store, id, now }) => {
      const invoice = findIn(store.invoices, 'invoice', id);
      invoice.auto_advance = auto_advance ?? invoice.auto_advance;
      openInvoice(store, invoice, now);
      if (invoice.auto_advance && isChargeable(invoice)) collect(store, invoice, now);
      return invoice;
    },
  ),
  route('POST', `${PATH}/:id/send`, noParams, (_input, { store, id, now }) => {
    const invoice = findIn(store.invoices, 'invoice', id);
    if (invoice.collection_method !== 'send_invoice') {
      throw badRequest('You can only manually send an invoice if its collection method is `send_invoice`.');
    }
    if (invoice.status === 'draft') openInvoice(store, invoice, now);
    record(store, 'invoice.sent', invoice, now);
    return invoice;
  }),
  route('POST', `${PATH}/:id/pay`, payParams, (input, { store, id, now }) => {
    const invoice = findIn(store.invoices, 'invoice', id);
    if (invoice.status === 'draft') openInvoice(store, invoice, now);
    if (invoice.status === 'paid')
      throw badRequest('Invoice is already paid', { code: 'invoice_already_paid' });
    if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
      throw badRequest(`This invoice can no longer be paid: it is ${invoice.status}.`);
    }
    if (input.paid_out_of_band) {
      payOutOfBand(store, invoice, now);
      const subscription = store.subscriptions[invoice._subscription ?? ''];
      if (subscription) followPaid(store, subscription, now);
    } else collect(store, invoice, now, { card: input.payment_method, present: input.off_session === false });
    return invoice;
  }),
  route('POST', `${PATH}/:id/void`, noParams, (_input, { store, id, now }) => {
    const invoice = findIn(store.invoices, 'invoice', id);
    voidInvoice(store, invoice, now);
    dropPayment(store, invoice, now);
    return invoice;
  }),
  route('POST', `${PATH}/:id/mark_uncollectible`, noParams, (_input, { store, id, now }) => {
    const invoice = findIn(store.invoices, 'invoice', id);
    markUncollectible(store, invoice, now);
    return invoice;
  }),
  listing(
    `${PATH}/:id/lines`,
    z.strictObject(page),
    ({ store, id }) => [...findIn(store.invoices, 'invoice', id).lines.data].reverse(),
    () => true,
  ),
  listing(
    '/v1/invoice_payments',
    z.strictObject({
      invoice: id.optional(),
      payment: z
        .strictObject({ type: z.literal('payment_intent'), payment_intent: id.optional() })
        .optional(),
      status: z.enum(['open', 'paid', 'canceled']).optional(),
      ...page,
    }),
    ({ store }) => Object.values(store.invoicePayments),
    (link, { invoice, payment, status }) =>
      same(invoice, link.invoice) &&
      same(payment?.payment_intent, link.payment.payment_intent) &&
      same<string>(status, link.status),
  ),
  retrieving('/v1/invoice_payments', 'invoice_payment', (store) => store.invoicePayments),
];

function createInvoice(store: Store, input: z.infer<typeof createParams>, now: Date): Invoice {
  const customer = findIn(store.customers, 'customer', input.customer, 'customer');
  const collection = input.collection_method ?? 'charge_automatically';
  if (collection === 'send_invoice' && !customer.email) throw noEmail();
  if (collection === 'send_invoice' && input.days_until_due === undefined && input.due_date === undefined) {
    throw badRequest('If invoices are sent to customers, `due_date` or `days_until_due` must be set.', {
      param: 'days_until_due',
    });
  }
  const include = input.pending_invoice_items_behavior === 'include';
  const pending = Object.values(store.invoiceItems).filter(
    (item) => include && item.invoice === null && item.customer === input.customer && !item.parent,
  );
  return addInvoice(
    store,
    {
      customer: input.customer,
      currency: input.currency ?? pending[0]?.currency ?? 'usd',
      reason: 'manual',
      lines: pending.map(itemLine),
      collection,
      daysUntilDue: input.days_until_due,
      dueDate: input.due_date,
      autoAdvance: input.auto_advance ?? false,
      customFields: input.custom_fields,
      defaultPaymentMethod: input.default_payment_method,
      description: input.description,
      footer: input.footer,
      metadata: input.metadata ?? {},
    },
    now,
  );
}

function updateInvoice(invoice: Invoice, input: z.infer<typeof updateParams>): void {
  const { expand: _expand, metadata, days_until_due, ...fields } = input;
  invoice.metadata = mergeMetadata(invoice.metadata, metadata);
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const loose = given.every(([name]) => name === 'auto_advance' || name === 'default_payment_method');
  if (invoice.status !== 'draft' && (!loose || days_until_due !== undefined)) {
    throw badRequest('Finalized invoices can’t be updated in this way.', { code: 'invoice_not_editable' });
  }
  Object.assign(invoice, Object.fromEntries(given));
  if (days_until_due !== undefined) {
    invoice._days = days_until_due;
    invoice.due_date = invoice.created + days_until_due * 86_400;
  }
}

function noEmail() {
  return badRequest(
    'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
    { code: 'customer_missing_email', param: 'customer' },
  );
}

/** An invoice over nothing is paid at once; any other waits, with a payment of its own. */
function openInvoice(store: Store, invoice: Invoice, now: Date): void {
  finalizeInvoice(store, invoice, now);
  if (invoice.amount_due === 0) markPaid(store, invoice, null, now);
  else paymentOfInvoice(store, invoice, now);
}

function isChargeable(invoice: Invoice): boolean {
  return invoice.status === 'open' && invoice.collection_method === 'charge_automatically';
}

function collect(
  store: Store,
  invoice: Invoice,
  now: Date,
  options: { card?: string; present?: boolean } = {},
): void {
  if (options.card && store.paymentMethods[options.card]?.customer !== invoice.customer) {
    throw missing('PaymentMethod', options.card, 'payment_method');
  }
  const subscription = store.subscriptions[invoice._subscription ?? ''] ?? null;
  const decline = tryInvoice(store, subscription, invoice, now, { ...options, byHand: true });
  if (!decline) return;
  const payment = paymentOfInvoice(store, invoice, now);
  const { waits: _waits, ...said } = decline;
  throw cardFault({
    ...said,
    charge: payment.latest_charge ?? undefined,
    payment_intent: shown(store, payment),
  });
}

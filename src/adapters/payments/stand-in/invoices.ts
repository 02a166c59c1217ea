/** The life of an invoice: draft, final, paid or not. */
import { record, seconds } from './events';
import { badRequest } from './faults';
import { balanceAfter, fill } from './invoice-lines';
import type { CustomField } from './objects/customers';
import type { Invoice, InvoiceLine } from './objects/invoices';
import { listIn, type Metadata } from './objects/kept';
import type { Subscription } from './objects/subscriptions';
import { type Store, stripeId } from './store';
import { taxIdsOf } from './tax-ids';

const DAY = 86_400;
const HOUR = 3_600;

export type NewInvoice = {
  customer: string | null;
  currency: string;
  reason: 'manual' | 'subscription_create' | 'subscription_cycle' | 'subscription_update';
  lines: InvoiceLine[];
  subscription?: Subscription | null;
  /** Of the invoice as a whole; now, without it. */
  period?: { start: number; end: number };
  collection?: 'charge_automatically' | 'send_invoice';
  daysUntilDue?: number | null;
  dueDate?: number | null;
  autoAdvance?: boolean;
  discounts?: string[];
  customFields?: CustomField[] | null;
  description?: string | null;
  footer?: string | null;
  metadata?: Metadata;
  defaultPaymentMethod?: string | null;
};

/** A draft that is nowhere kept yet. */
export function buildInvoice(store: Store, wanted: NewInvoice, now: Date): Invoice {
  const customer = wanted.customer ? store.customers[wanted.customer] : undefined;
  const created = seconds(now);
  const collection = wanted.collection ?? 'charge_automatically';
  const days = wanted.daysUntilDue ?? null;
  const invoice: Invoice = {
    id: stripeId('in'),
    object: 'invoice',
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    attempt_count: 0,
    attempted: false,
    auto_advance: wanted.autoAdvance ?? true,
    automatically_finalizes_at: wanted.autoAdvance === false ? null : created + HOUR,
    billing_reason: wanted.reason,
    collection_method: collection,
    created,
    currency: wanted.currency,
    custom_fields: wanted.customFields ?? customer?.invoice_settings.custom_fields ?? null,
    customer: wanted.customer,
    customer_address: customer?.address ?? null,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    customer_phone: customer?.phone ?? null,
    customer_tax_exempt: customer?.tax_exempt ?? 'none',
    customer_tax_ids: taxIdsOf(store, wanted.customer),
    default_payment_method: wanted.defaultPaymentMethod ?? null,
    description: wanted.description ?? null,
    discounts: wanted.discounts ?? [],
    due_date:
      wanted.dueDate ?? (collection === 'send_invoice' && days !== null ? created + days * DAY : null),
    effective_at: null,
    ending_balance: null,
    footer: wanted.footer ?? customer?.invoice_settings.footer ?? null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    lines: listIn('', []),
    livemode: false,
    metadata: wanted.metadata ?? {},
    next_payment_attempt: null,
    number: null,
    parent: wanted.subscription ? parentOf(wanted.subscription) : null,
    period_end: wanted.period?.end ?? created,
    period_start: wanted.period?.start ?? created,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    starting_balance: 0,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_taxes: [],
    webhooks_delivered_at: null,
    _subscription: wanted.subscription?.id ?? null,
    _tries: 0,
    _days: days,
  };
  fill(store, invoice, wanted.lines);
  return invoice;
}

/** A kept draft. Pending items that became its lines are taken. */
export function addInvoice(store: Store, wanted: NewInvoice, now: Date): Invoice {
  const invoice = buildInvoice(store, wanted, now);
  for (const { parent } of invoice.lines.data) {
    const item = store.invoiceItems[parent.invoice_item_details?.invoice_item ?? ''];
    if (item) item.invoice = invoice.id;
  }
  store.invoices[invoice.id] = invoice;
  record(store, 'invoice.created', invoice, now);
  return invoice;
}

/** Gives it its number and its address; from now on its content stands. */
export function finalizeInvoice(store: Store, invoice: Invoice, now: Date): void {
  if (invoice.status !== 'draft') {
    throw badRequest('This invoice is already finalized, you can’t re-finalize a non-draft invoice.', {
      code: 'invoice_not_editable',
    });
  }
  const customer = store.customers[invoice.customer ?? ''];
  fill(store, invoice, bareLines(invoice));
  invoice.ending_balance = balanceAfter(invoice);
  if (customer) customer.balance = invoice.ending_balance;
  store.numbered += 1;
  const at = seconds(now);
  const page = `${store.origin ?? 'http://localhost:3000'}/dev/invoices/${invoice.id}`;
  Object.assign(invoice, {
    number: `LOCAL-${String(store.numbered).padStart(4, '0')}`,
    status: 'open',
    automatically_finalizes_at: null,
    effective_at: at,
    hosted_invoice_url: page,
    invoice_pdf: `${page}?print=1`,
    customer_address: customer?.address ?? invoice.customer_address,
    customer_email: customer?.email ?? invoice.customer_email,
    customer_name: customer?.name ?? invoice.customer_name,
    customer_tax_ids: taxIdsOf(store, invoice.customer),
  });
  if (invoice.due_date !== null && invoice._days !== null) invoice.due_date = at + invoice._days * DAY;
  invoice.status_transitions.finalized_at = at;
  record(store, 'invoice.finalized', invoice, now);
}

export function voidInvoice(store: Store, invoice: Invoice, now: Date): void {
  requireOpen(invoice, 'voided');
  close(invoice, 'void');
  const customer = store.customers[invoice.customer ?? ''];
  if (customer) customer.balance += invoice.starting_balance - (invoice.ending_balance ?? 0);
  invoice.status_transitions.voided_at = seconds(now);
  record(store, 'invoice.voided', invoice, now);
}

export function markUncollectible(store: Store, invoice: Invoice, now: Date): void {
  requireOpen(invoice, 'marked uncollectible');
  close(invoice, 'uncollectible');
  invoice.status_transitions.marked_uncollectible_at = seconds(now);
  record(store, 'invoice.marked_uncollectible', invoice, now);
}

function close(invoice: Invoice, status: 'void' | 'uncollectible'): void {
  invoice.status = status;
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
}

function requireOpen(invoice: Invoice, what: string): void {
  if (invoice.status === 'open' || (invoice.status === 'uncollectible' && what === 'voided')) return;
  throw badRequest(`Only open invoices can be ${what}. This invoice is ${invoice.status}.`);
}

function bareLines(invoice: Invoice): InvoiceLine[] {
  return invoice.lines.data.map((line) => ({ ...line, discount_amounts: [] }));
}

function parentOf(subscription: Subscription): NonNullable<Invoice['parent']> {
  return {
    type: 'subscription_details',
    quote_details: null,
    subscription_details: { metadata: { ...subscription.metadata }, subscription: subscription.id },
  };
}

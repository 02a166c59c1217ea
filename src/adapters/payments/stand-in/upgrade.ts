/** Brings a state that was written before the local Stripe knew plans, refunds and kept cards to the present shape. */
import type { LineItem, Session } from './objects/checkout';
import type { Customer } from './objects/customers';
import type { Invoice } from './objects/invoices';
import { listIn } from './objects/kept';
import type { Charge, PaymentIntent } from './objects/payments';
import { NO_DETAILS } from './payment-methods';
import type { State } from './store';

/** What that state had where it was different. */
type FormerSession = Session & {
  line_items?: { data: LineItem[] };
  wanted_payment?: { metadata: Record<string, string>; description: string | null };
};

const FORMER_FIELDS = ['line_items', 'wanted_payment'];

/** Fills in what is missing; a state of today stays as it is. */
export function upgradeState(state: State): void {
  fillEach(state.customers, customerDefaults);
  fillEach(state.sessions, sessionDefaults);
  fillEach(state.paymentIntents, paymentDefaults);
  fillEach(state.charges, chargeDefaults);
  fillEach(state.invoices, invoiceDefaults);
  for (const answer of Object.values(state.answers)) answer.status ??= 200;
  state.numbered = Math.max(state.numbered, Object.keys(state.invoices).length);
}

function fillEach<T extends object>(objects: Record<string, T>, defaults: (object: T) => Partial<T>): void {
  for (const object of Object.values(objects)) {
    const missing = Object.entries(defaults(object)).filter(([name]) => !(name in object));
    if (missing.length > 0) Object.assign(object, Object.fromEntries(missing));
    for (const name of FORMER_FIELDS) delete (object as Record<string, unknown>)[name];
  }
}

function customerDefaults(): Partial<Customer> {
  return {
    address: null,
    balance: 0,
    currency: null,
    delinquent: false,
    invoice_prefix: 'LOCAL',
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    phone: null,
    preferred_locales: [],
    tax_exempt: 'none',
  };
}

function sessionDefaults(session: FormerSession): Partial<Session> {
  const { line_items, wanted_payment } = session;
  const nothing = { metadata: {}, description: null };
  return {
    billing_address_collection: null,
    customer_creation: null,
    customer_email: null,
    discounts: [],
    locale: null,
    payment_method_collection: 'if_required',
    setup_intent: null,
    subscription: null,
    tax_id_collection: { enabled: false, required: 'never' },
    ui_mode: 'hosted_page',
    _lines: (line_items?.data ?? []).map((line) => ({
      ...line,
      amount_discount: 0,
      amount_tax: 0,
      price: '',
    })),
    _wanted: {
      payment: { ...(wanted_payment ?? nothing), saveCard: null },
      subscription: nothing,
      setup: nothing,
      updateCustomer: { address: false, name: false },
    },
  };
}

function paymentDefaults(payment: PaymentIntent): Partial<PaymentIntent> {
  return {
    amount_capturable: 0,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${payment.id}_secret_former`,
    confirmation_method: 'automatic',
    next_action: null,
    payment_method: null,
    receipt_email: null,
    setup_future_usage: null,
  };
}

function chargeDefaults(): Partial<Charge> {
  return {
    balance_transaction: null,
    billing_details: NO_DETAILS,
    description: null,
    disputed: false,
    metadata: {},
    outcome: null,
    payment_method: null,
    receipt_email: null,
  };
}

function invoiceDefaults(invoice: Invoice): Partial<Invoice> {
  const { created, amount_paid, total } = invoice;
  return {
    amount_overpaid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    attempt_count: 1,
    attempted: true,
    auto_advance: false,
    automatically_finalizes_at: null,
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    custom_fields: null,
    customer_address: null,
    customer_email: null,
    customer_name: null,
    customer_phone: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    description: null,
    discounts: [],
    due_date: null,
    effective_at: created,
    ending_balance: 0,
    footer: null,
    invoice_pdf: invoice.hosted_invoice_url ?? null,
    lines: listIn(`/v1/invoices/${invoice.id}/lines`, []),
    next_payment_attempt: null,
    parent: null,
    period_end: created,
    period_start: created,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    starting_balance: 0,
    status_transitions: {
      finalized_at: created,
      marked_uncollectible_at: null,
      paid_at: amount_paid === total ? created : null,
      voided_at: null,
    },
    subtotal: total,
    subtotal_excluding_tax: total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_taxes: [],
    webhooks_delivered_at: null,
    _subscription: null,
    _tries: 0,
    _days: null,
  };
}

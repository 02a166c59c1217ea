/** Checkout sessions: one hosted page for one order, one plan or one card. */
import { nameOf, priceOf } from './catalog';
import { record, seconds } from './events';
import { badRequest, missing } from './faults';
import type { CustomerDetails, InvoiceData, LineItem, Session } from './objects/checkout';
import { discountOf, findUsableCoupon } from './promotions';
import { findIn } from './routes';
import { checkMode, checkTogether } from './session-checks';
import type { SessionParams } from './session-params';
import { type Store, stripeId } from './store';
import { taxIdsOf } from './tax-ids';

const DAY = 86_400;
const SHORTEST = 1_800;
/** Stripe's smallest charge in US dollars, in cents. */
const SMALLEST_CHARGE = 50;

export function createSession(store: Store, params: SessionParams, now: Date): Session {
  checkTogether(params);
  checkMode(params);
  if (params.customer) findIn(store.customers, 'customer', params.customer, 'customer');
  const id = stripeId('cs_test');
  const lines = (params.line_items ?? []).map((line) => toLineItem(store, line, params.mode, now));
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const [currency, ...others] = [...new Set(lines.map((line) => line.currency))];
  if (others.length > 0) throw badRequest('All line items must have the same currency.');
  if (params.mode === 'payment' && total > 0 && total < SMALLEST_CHARGE) {
    throw badRequest("The Checkout Session's total amount due must add up to at least $0.50 usd", {
      code: 'amount_too_small',
    });
  }
  // The page belongs to the app that runs this stand-in, under the address by which the buyer reached it.
  store.origin = new URL(params.success_url).origin;
  const setup = params.mode === 'setup';
  const session: Session = {
    id,
    object: 'checkout.session',
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    amount_subtotal: setup ? null : total,
    amount_total: setup ? null : total,
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: seconds(now),
    currency: currency ?? params.currency ?? null,
    customer: params.customer ?? null,
    customer_creation: params.customer_creation ?? (params.mode === 'payment' ? 'if_required' : null),
    customer_details: customerDetails(store, params.customer),
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: expiry(params.expires_at, now),
    invoice: null,
    invoice_creation: params.mode === 'payment' ? invoiceCreation(params) : null,
    livemode: false,
    // Kept and told; our own pages are in English.
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: params.mode,
    payment_intent: null,
    payment_method_collection:
      params.payment_method_collection ?? (params.mode === 'payment' ? 'if_required' : 'always'),
    payment_method_types: ['card'],
    payment_status: setup ? 'no_payment_required' : 'unpaid',
    setup_intent: null,
    status: 'open',
    subscription: null,
    success_url: params.success_url,
    tax_id_collection: { enabled: params.tax_id_collection?.enabled ?? false, required: 'never' },
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${store.origin}/dev/checkout/${id}`,
    _lines: lines,
    _wanted: {
      payment: {
        metadata: params.payment_intent_data?.metadata ?? {},
        description: params.payment_intent_data?.description ?? null,
        saveCard: params.payment_intent_data?.setup_future_usage ?? null,
      },
      subscription: {
        metadata: params.subscription_data?.metadata ?? {},
        description: params.subscription_data?.description ?? null,
      },
      setup: {
        metadata: params.setup_intent_data?.metadata ?? {},
        description: params.setup_intent_data?.description ?? null,
      },
      updateCustomer: {
        address: params.customer_update?.address === 'auto',
        name: params.customer_update?.name === 'auto',
      },
    },
  };
  store.sessions[id] = session;
  const [discount] = params.discounts ?? [];
  if (discount)
    applyDiscount(session, findUsableCoupon(store, discount, now), discount.promotion_code ?? null);
  return session;
}

/** Throws Stripe's 404. An open session past its time is closed first. */
export function getSession(store: Store, id: string, now: Date): Session {
  const session = store.sessions[id];
  if (!session) throw missing('checkout.session', id);
  if (session.status === 'open' && session.expires_at <= seconds(now)) close(store, session, now);
  return session;
}

export function expireSession(store: Store, id: string, now: Date): Session {
  const session = getSession(store, id, now);
  if (session.status !== 'open') {
    throw badRequest('Only Checkout Sessions with a status in ["open"] can be expired.');
  }
  close(store, session, now);
  return session;
}

/** Takes the coupon off the session's total; null takes nothing off again. */
export function applyDiscount(
  session: Session,
  coupon: { id: string; percent_off: number | null; amount_off: number | null } | null,
  promotionCode: string | null,
): void {
  const subtotal = session.amount_subtotal ?? 0;
  const discount = coupon ? discountOf(coupon, subtotal) : 0;
  session.discounts = coupon
    ? [{ coupon: promotionCode ? null : coupon.id, promotion_code: promotionCode }]
    : [];
  session.total_details.amount_discount = discount;
  session.amount_total = subtotal - discount;
  const [first, ...rest] = session._lines;
  for (const line of rest) Object.assign(line, { amount_discount: 0, amount_total: line.amount_subtotal });
  if (first)
    Object.assign(first, { amount_discount: discount, amount_total: first.amount_subtotal - discount });
}

export function customerDetails(store: Store, customer: string | null | undefined): CustomerDetails | null {
  const found = customer ? store.customers[customer] : undefined;
  if (!found) return null;
  return {
    address: found.address ?? null,
    email: found.email,
    name: found.name,
    phone: found.phone ?? null,
    tax_exempt: 'none',
    tax_ids: taxIdsOf(store, found.id),
  };
}

function close(store: Store, session: Session, now: Date): void {
  session.status = 'expired';
  session.url = null;
  record(store, 'checkout.session.expired', session, now);
}

function toLineItem(
  store: Store,
  line: NonNullable<SessionParams['line_items']>[number],
  mode: SessionParams['mode'],
  now: Date,
): LineItem {
  const price = priceOf(store, line, now);
  if (mode === 'payment' && price.recurring) {
    throw badRequest(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      { param: 'mode' },
    );
  }
  if (mode === 'subscription' && !price.recurring) {
    throw badRequest(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      { param: 'line_items' },
    );
  }
  const amount = price.unit_amount * line.quantity;
  return {
    id: stripeId('li'),
    object: 'item',
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: nameOf(store, price),
    price: price.id,
    quantity: line.quantity,
  };
}

function invoiceCreation({ invoice_creation: wanted }: SessionParams): {
  enabled: boolean;
  invoice_data: InvoiceData;
} {
  const data = wanted?.invoice_data;
  return {
    enabled: wanted?.enabled ?? false,
    invoice_data: {
      custom_fields: data?.custom_fields ?? null,
      description: data?.description ?? null,
      footer: data?.footer ?? null,
      metadata: data?.metadata ?? {},
    },
  };
}

function expiry(asked: number | undefined, now: Date): number {
  const current = seconds(now);
  if (asked === undefined) return current + DAY;
  if (asked < current + SHORTEST - 5 || asked > current + DAY + 5) {
    throw badRequest('The `expires_at` timestamp must be between 30 minutes and 24 hours from now.', {
      param: 'expires_at',
    });
  }
  return asked;
}

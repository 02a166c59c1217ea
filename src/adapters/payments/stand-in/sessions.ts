/** Checkout sessions: one payment page for one order. */
import { record, seconds } from './events';
import { badRequest, missing } from './faults';
import type { LineItem, Session } from './objects';
import type { SessionParams } from './params';
import { type Store, stripeId } from './store';

const DAY = 86_400;
const SHORTEST = 1_800;
/** Stripe's smallest charge in US dollars, in cents. */
const SMALLEST_CHARGE = 50;

export function createSession(store: Store, params: SessionParams, now: Date): Session {
  if (params.customer && !store.customers[params.customer]) {
    throw missing('customer', params.customer, 'customer');
  }
  const id = stripeId('cs_test');
  const lines = params.line_items.map(toLineItem);
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const [currency, ...others] = [...new Set(lines.map((line) => line.currency))];
  if (!currency || others.length > 0) throw badRequest('All line items must have the same currency.');
  if (total > 0 && total < SMALLEST_CHARGE) {
    throw badRequest("The Checkout Session's total amount due must add up to at least $0.50 usd", {
      code: 'amount_too_small',
    });
  }
  const session: Session = {
    id,
    object: 'checkout.session',
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: seconds(now),
    currency,
    customer: params.customer ?? null,
    customer_details: customerDetails(store, params.customer),
    expires_at: expiry(params.expires_at, now),
    invoice: null,
    invoice_creation: { enabled: params.invoice_creation?.enabled ?? false },
    line_items: {
      object: 'list',
      data: lines,
      has_more: false,
      url: `/v1/checkout/sessions/${id}/line_items`,
    },
    livemode: false,
    metadata: params.metadata ?? {},
    mode: params.mode,
    payment_intent: null,
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    status: 'open',
    success_url: params.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    // The page belongs to the app that runs this stand-in, under the address by which the buyer reached it.
    url: `${new URL(params.success_url).origin}/dev/checkout/${id}`,
    wanted_payment: {
      metadata: params.payment_intent_data?.metadata ?? {},
      description: params.payment_intent_data?.description ?? null,
    },
  };
  store.sessions[id] = session;
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

/** Closes every session whose time is over, as Stripe does without being asked. */
export function expireDueSessions(store: Store, now: Date): void {
  for (const id of Object.keys(store.sessions)) getSession(store, id, now);
}

function close(store: Store, session: Session, now: Date): void {
  session.status = 'expired';
  session.url = null;
  record(store, 'checkout.session.expired', session, now);
}

function toLineItem({ quantity, price_data }: SessionParams['line_items'][number]): LineItem {
  const amount = price_data.unit_amount * quantity;
  return {
    id: stripeId('li'),
    object: 'item',
    description: price_data.product_data.name,
    quantity,
    currency: price_data.currency,
    amount_subtotal: amount,
    amount_total: amount,
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

function customerDetails(store: Store, customer: string | undefined): Session['customer_details'] {
  const found = customer ? store.customers[customer] : undefined;
  return found ? { email: found.email, name: found.name } : null;
}

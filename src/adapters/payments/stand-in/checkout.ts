/** The hosted payment page's own side: what it shows and what its buttons do. Nothing but that page calls this. */
import { type CardInput, tryCard } from './cards';
import { record } from './events';
import type { Charge, Invoice, Session } from './objects';
import { addInvoice, complete, decline, failPayment, finish, paymentOf, succeed } from './payments';
import { getSession } from './sessions';
import type { Store } from './store';

export type PayResult =
  | { status: 'paid' | 'processing'; redirect: string }
  | { status: 'declined'; message: string }
  | { status: 'incomplete'; fields: Partial<Record<keyof CardInput | 'promotionCode', string>> }
  | { status: 'closed' };

/** Promotion codes that the local page takes: percent off. */
const PROMOTIONS: Record<string, number> = { HALF: 50, FREE: 100 };

/** As receipts write them. */
const BRANDS: Record<string, string> = { visa: 'Visa', mastercard: 'Mastercard' };

/** Takes a card and, when the page was made with `allow_promotion_codes`, a code. A declined card leaves the page open. */
export function payByCard(
  store: Store,
  sessionId: string,
  input: CardInput & { promotionCode?: string },
  now: Date,
): PayResult {
  const session = getSession(store, sessionId, now);
  if (session.status !== 'open') return { status: 'closed' };
  const code = input.promotionCode?.trim().toUpperCase() ?? '';
  if (!applyPromotion(session, code)) {
    return { status: 'incomplete', fields: { promotionCode: 'This promotion code is invalid.' } };
  }
  if (session.amount_total === 0) {
    complete(store, session, null, now);
    return paid(session);
  }
  const outcome = tryCard(input, now);
  if (outcome.kind === 'incomplete') return { status: 'incomplete', fields: outcome.fields };
  if (outcome.kind === 'declined') {
    decline(store, session, outcome, now);
    return { status: 'declined', message: outcome.message };
  }
  complete(store, session, outcome, now);
  return paid(session);
}

/** A payment that arrives days later, as from a bank account: the page is done, the money is not there yet. */
export function payByBank(store: Store, sessionId: string, now: Date): PayResult {
  const session = getSession(store, sessionId, now);
  if (session.status !== 'open') return { status: 'closed' };
  paymentOf(store, session, now).status = 'processing';
  finish(store, session);
  record(store, 'checkout.session.completed', session, now);
  return { status: 'processing', redirect: session.success_url ?? '/' };
}

/** The bank's answer to `payByBank`. */
export function settleBankPayment(store: Store, sessionId: string, arrived: boolean, now: Date): void {
  const session = getSession(store, sessionId, now);
  const payment = paymentOf(store, session, now);
  if (!arrived) {
    const message = 'The bank account has insufficient funds.';
    failPayment(store, payment, now, {
      type: 'api_error',
      code: 'payment_intent_payment_attempt_failed',
      message,
    });
    record(store, 'checkout.session.async_payment_failed', session, now);
    return;
  }
  succeed(store, session, payment, null, now);
  session.payment_status = 'paid';
  if (session.invoice_creation.enabled) addInvoice(store, session, now);
  record(store, 'checkout.session.async_payment_succeeded', session, now);
}

export type PaymentDocument = {
  kind: 'receipt' | 'invoice';
  number: string;
  created: number;
  amount: number;
  currency: string;
  description: string;
  paidWith: string | null;
  customer: { name: string | null; email: string | null } | null;
};

/** The receipt of a paid charge or an invoice; null for anything else. */
export function findDocument(store: Store, id: string): PaymentDocument | null {
  const charge = store.charges[id];
  if (charge?.paid) return receiptOf(store, charge);
  const invoice = store.invoices[id];
  return invoice ? invoiceOf(store, invoice) : null;
}

function receiptOf(store: Store, charge: Charge): PaymentDocument {
  const session = findBy(store, (candidate) => candidate.payment_intent === charge.payment_intent);
  const details = charge.payment_method_details;
  return {
    kind: 'receipt',
    number: charge.id.slice(-8).toUpperCase(),
    created: charge.created,
    amount: charge.amount,
    currency: charge.currency,
    description: describe(session),
    paidWith:
      details.type === 'card'
        ? `${BRANDS[details.card.brand] ?? details.card.brand} ···· ${details.card.last4}`
        : 'Bank account',
    customer: session?.customer_details ?? null,
  };
}

function invoiceOf(store: Store, invoice: Invoice): PaymentDocument {
  const session = findBy(store, (candidate) => candidate.invoice === invoice.id);
  return {
    kind: 'invoice',
    number: invoice.number ?? invoice.id,
    created: invoice.created,
    amount: invoice.total,
    currency: invoice.currency,
    description: describe(session),
    paidWith: null,
    customer: session?.customer_details ?? null,
  };
}

function findBy(store: Store, test: (session: Session) => boolean): Session | undefined {
  return Object.values(store.sessions).find(test);
}

function describe(session: Session | undefined): string {
  return session?.line_items.data.map((line) => line.description).join(', ') ?? 'Payment';
}

function paid(session: Session): PayResult {
  return { status: 'paid', redirect: session.success_url ?? '/' };
}

function applyPromotion(session: Session, code: string): boolean {
  if (code === '') return true;
  const percent = session.allow_promotion_codes ? PROMOTIONS[code] : undefined;
  if (percent === undefined) return false;
  const discount = Math.round((session.amount_subtotal * percent) / 100);
  session.total_details.amount_discount = discount;
  session.amount_total = session.amount_subtotal - discount;
  return true;
}

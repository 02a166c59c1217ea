/** The hosted page's own side: what its buttons do. Nothing but that page calls this. */
import { type AcceptedCard, type CardInput, readCard } from '../cards';
import { addCustomer } from '../customers';
import { changed, record } from '../events';
import { StripeFault } from '../faults';
import type { Session } from '../objects/checkout';
import type { PaymentIntent, PaymentMethod } from '../objects/payments';
import { addCard, NO_DETAILS } from '../payment-methods';
import { addPayment, chargeCard, failPayment, receiveFromBank } from '../payments';
import { findPromotion } from '../promotions';
import { applyDiscount, customerDetails, getSession } from '../sessions';
import type { Store } from '../store';
import { addTaxId } from '../tax-ids';
import { copyOf } from '../undo';
import { completePayment, completeSetup, completeSubscription, finish } from './checkout-completion';

/** What the page asks for besides the card, when the session wants it. */
export type BuyerInput = {
  name?: string;
  line1?: string;
  city?: string;
  postalCode?: string;
  /** Two letters. */
  country?: string;
  taxIdType?: string;
  taxId?: string;
};

export type PayInput = CardInput & {
  promotionCode?: string;
  /** A card that the customer has kept, instead of typing one in. */
  savedCard?: string;
  buyer?: BuyerInput;
};

type Field = keyof CardInput | 'promotionCode' | keyof BuyerInput;

export type PayResult =
  | { status: 'paid' | 'processing'; redirect: string }
  | { status: 'declined'; message: string }
  | { status: 'incomplete'; fields: Partial<Record<Field, string>> }
  | { status: 'closed' };

/** Takes a card and, when the page was made with `allow_promotion_codes`, a code. A declined card leaves the page open. */
export function payByCard(store: Store, sessionId: string, input: PayInput, now: Date): PayResult {
  const session = getSession(store, sessionId, now);
  if (session.status !== 'open') return { status: 'closed' };
  const fields = {
    ...readPromotion(store, session, input.promotionCode, now),
    ...checkBuyer(session, input.buyer),
  };
  const card = needsCard(session) ? chooseCard(store, session, input, now) : null;
  if (card && 'fields' in card) Object.assign(fields, card.fields);
  if (Object.keys(fields).length > 0) return { status: 'incomplete', fields };
  const problem = keepBuyer(store, session, input.buyer, now);
  if (problem) return { status: 'incomplete', fields: { taxId: problem } };
  const method = card && 'method' in card ? card.method : null;
  const declined = card && 'declined' in card ? card.declined : null;
  const message = declined ?? settle(store, session, method, now);
  if (message !== null) return { status: 'declined', message };
  return { status: 'paid', redirect: backTo(session) };
}

/** A payment that arrives days later, as from a bank account: the page is done, the money is not there yet. */
export function payByBank(store: Store, sessionId: string, now: Date): PayResult {
  const session = getSession(store, sessionId, now);
  if (session.status !== 'open' || session.mode !== 'payment') return { status: 'closed' };
  const payment = paymentOf(store, session, now);
  payment.status = 'processing';
  record(store, 'payment_intent.processing', payment, now);
  finish(store, session);
  record(store, 'checkout.session.completed', session, now);
  return { status: 'processing', redirect: backTo(session) };
}

/** The bank's answer to `payByBank`. */
export function settleBankPayment(store: Store, sessionId: string, arrived: boolean, now: Date): void {
  const session = getSession(store, sessionId, now);
  const payment = paymentOf(store, session, now);
  if (!arrived) {
    const message = 'The bank account has insufficient funds.';
    const code = 'payment_intent_payment_attempt_failed';
    failPayment(store, payment, now, { type: 'api_error', code, message });
    record(store, 'checkout.session.async_payment_failed', session, now);
    return;
  }
  receiveFromBank(store, payment, now);
  completePayment(store, session, payment, now);
  record(store, 'checkout.session.async_payment_succeeded', session, now);
}

/** Does what the page is for; answers why the card was declined, or null. */
function settle(store: Store, session: Session, method: PaymentMethod | null, now: Date): string | null {
  if (session.mode === 'subscription') return completeSubscription(store, session, method, now);
  if (session.mode === 'setup') {
    if (method) completeSetup(store, session, method, now);
    return null;
  }
  if (session.amount_total === 0) {
    completePayment(store, session, null, now);
  } else {
    const payment = paymentOf(store, session, now);
    if (!method) return 'Your card was declined.';
    const decline = chargeCard(store, payment, method, now, { present: true });
    if (decline) return decline.message;
    completePayment(store, session, payment, now);
  }
  finish(store, session);
  record(store, 'checkout.session.completed', session, now);
  return null;
}

/** A subscription keeps a card even when its first period costs nothing. */
function needsCard(session: Session): boolean {
  if (session.mode === 'payment') return session.amount_total !== 0;
  return session.amount_total !== 0 || session.payment_method_collection === 'always';
}

type Chosen = { method: PaymentMethod } | { declined: string } | { fields: Partial<Record<Field, string>> };

function chooseCard(store: Store, session: Session, input: PayInput, now: Date): Chosen {
  if (input.savedCard) {
    const kept = store.paymentMethods[input.savedCard];
    if (kept && kept.customer !== null && kept.customer === session.customer) return { method: kept };
    return { fields: { number: 'This card is not kept any more.' } };
  }
  const outcome = readCard(input, now);
  if (outcome.kind === 'incomplete') return { fields: outcome.fields };
  if (outcome.kind === 'declined' && session.mode === 'setup') return { declined: outcome.decline.message };
  return { method: addTypedCard(store, session, outcome.card, now) };
}

function addTypedCard(store: Store, session: Session, card: AcceptedCard, now: Date): PaymentMethod {
  const { address = null, email = null, name = null, phone = null } = session.customer_details ?? {};
  return addCard(store, card, now, { ...NO_DETAILS, address, email, name, phone });
}

/** The session's payment; Stripe makes it with the first try. */
function paymentOf(store: Store, session: Session, now: Date): PaymentIntent {
  const amount = session.amount_total ?? 0;
  const known = session.payment_intent ? store.paymentIntents[session.payment_intent] : undefined;
  if (known) {
    known.amount = amount;
    return known;
  }
  const wanted = session._wanted.payment;
  const currency = session.currency ?? 'usd';
  const payment = addPayment(store, { ...wanted, amount, currency, customer: session.customer }, now);
  session.payment_intent = payment.id;
  return payment;
}

function readPromotion(
  store: Store,
  session: Session,
  typed: string | undefined,
  now: Date,
): Partial<Record<Field, string>> {
  const code = typed?.trim() ?? '';
  if (code === '') return {};
  const found = session.allow_promotion_codes ? findPromotion(store, code, now) : null;
  const coupon = found && store.coupons[found.promotion.coupon];
  if (!coupon) return { promotionCode: 'This promotion code is invalid.' };
  applyDiscount(session, coupon, found.id);
  return {};
}

function checkBuyer(session: Session, buyer: BuyerInput = {}): Partial<Record<Field, string>> {
  const fields: Partial<Record<Field, string>> = {};
  if (session.billing_address_collection === 'required' && !session.customer_details?.address) {
    if (!buyer.line1?.trim()) fields.line1 = 'Your address is incomplete.';
    if (!/^[A-Za-z]{2}$/.test(buyer.country?.trim() ?? '')) fields.country = 'Two letters, such as US.';
  }
  return fields;
}

/** Keeps what the buyer said about the company; answers what is wrong with the tax id, or null. */
function keepBuyer(store: Store, session: Session, buyer: BuyerInput | undefined, now: Date): string | null {
  const found = session.customer ? store.customers[session.customer] : undefined;
  const needed = session.mode !== 'payment' || session.customer_creation === 'always';
  const customer = found ?? (needed ? addCustomer(store, { email: session.customer_email }, now) : null);
  if (!customer) return null;
  session.customer = customer.id;
  if (!found) session._wanted.updateCustomer = { address: true, name: true };
  const before = copyOf(customer);
  const { updateCustomer } = session._wanted;
  if (buyer?.taxId?.trim() && session.tax_id_collection.enabled) {
    try {
      addTaxId(store, customer.id, buyer.taxIdType ?? 'eu_vat', buyer.taxId, now);
    } catch (error) {
      if (error instanceof StripeFault) return 'This is not a tax id of that kind.';
      throw error;
    }
  }
  if (buyer?.name?.trim() && updateCustomer.name) customer.name = buyer.name.trim();
  if (buyer?.line1?.trim() && updateCustomer.address) {
    customer.address = {
      city: buyer.city?.trim() || null,
      country: buyer.country?.trim().toUpperCase() || null,
      line1: buyer.line1.trim(),
      line2: null,
      postal_code: buyer.postalCode?.trim() || null,
      state: null,
    };
  }
  const previous = changed(before, customer);
  if (Object.keys(previous).length > 0) record(store, 'customer.updated', customer, now, previous);
  session.customer_details = customerDetails(store, customer.id);
  return null;
}

function backTo(session: Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

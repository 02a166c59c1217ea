/** The payment page's own side: what its buttons do. Nothing but that page calls this. */
import {
  type AcceptedCard,
  type CardInput,
  type Decline,
  declineOf,
  NOT_CONFIRMED,
  readCard,
} from '../cards';
import { record } from '../events';
import type { Session } from '../objects/checkout';
import type { PaymentIntent, PaymentMethod } from '../objects/payments';
import { addCard, NO_DETAILS } from '../payment-methods';
import { addPayment, answerBank, chargeCard, failPayment, receiveFromBank } from '../payments';
import { getSession } from '../sessions';
import type { Store } from '../store';
import { type BuyerInput, type BuyerProblems, checkBuyer, keepBuyer } from './checkout-buyer';
import { applyCode } from './checkout-code';
import { completePayment, completeSetup, completeSubscription, finish } from './checkout-completion';

export type OrderInput = {
  /** Without one the page's code stays; an empty one takes it off again. */
  promotionCode?: string;
  buyer?: BuyerInput;
};

export type PayInput = CardInput &
  OrderInput & {
    /** A card that the customer has kept, instead of typing one in. */
    savedCard?: string;
  };

type Problems = BuyerProblems & Partial<Record<keyof CardInput | 'promotionCode', string>>;

export type PayResult =
  | { status: 'paid' | 'processing'; redirect: string }
  /** The card's owner has to confirm it with the bank: `confirmAtBank`. */
  | { status: 'requires_action' }
  | { status: 'declined'; message: string }
  | { status: 'incomplete'; fields: Problems }
  | { status: 'closed' };

/** Takes a card and, when the page was made with `allow_promotion_codes`, a code. A declined card leaves the page open. */
export function payByCard(store: Store, sessionId: string, input: PayInput, now: Date): PayResult {
  const session = getSession(store, sessionId, now);
  if (session.status !== 'open') return { status: 'closed' };
  const fields: Problems = checkOrder(store, session, input, now);
  const card = needsCard(session) ? chooseCard(store, session, input, now) : null;
  if (card?.kind === 'incomplete') Object.assign(fields, card.fields);
  if (card?.kind === 'incomplete' || Object.keys(fields).length > 0) return { status: 'incomplete', fields };
  keepBuyer(store, session, input.buyer, now);
  if (card?.kind === 'declined') return { status: 'declined', message: card.decline.message };
  return settleAndAnswer(store, session, card && methodOf(store, session, card, now), false, now);
}

/** What the card's owner told the bank, after `requires_action`. */
export function confirmAtBank(store: Store, sessionId: string, confirmed: boolean, now: Date): PayResult {
  const session = getSession(store, sessionId, now);
  const method = store.paymentMethods[session._confirming ?? ''];
  if (session.status !== 'open' || !method) return { status: 'closed' };
  session._confirming = null;
  if (confirmed) return settleAndAnswer(store, session, method, true, now);
  if (session.mode === 'payment') answerBank(store, paymentOf(store, session, now), false, now);
  return { status: 'declined', message: NOT_CONFIRMED.message };
}

/** A payment that arrives days later, as from a bank account: the page is done, the money is not there yet. */
export function payByBank(store: Store, sessionId: string, input: OrderInput, now: Date): PayResult {
  const session = getSession(store, sessionId, now);
  if (session.status !== 'open' || session.mode !== 'payment') return { status: 'closed' };
  const fields = checkOrder(store, session, input, now);
  if (Object.keys(fields).length > 0) return { status: 'incomplete', fields };
  keepBuyer(store, session, input.buyer, now);
  if (!needsCard(session)) return settleAndAnswer(store, session, null, false, now);
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

function checkOrder(store: Store, session: Session, input: OrderInput, now: Date): Problems {
  const { promotionCode } = input;
  const problem = promotionCode === undefined ? null : applyCode(store, session, promotionCode, now);
  return { ...(problem ? { promotionCode: problem } : {}), ...checkBuyer(session, input.buyer) };
}

function settleAndAnswer(
  store: Store,
  session: Session,
  method: PaymentMethod | null,
  confirmed: boolean,
  now: Date,
): PayResult {
  const decline = settle(store, session, method, confirmed, now);
  session._confirming = decline?.waits ? (method?.id ?? null) : null;
  if (decline?.waits) return { status: 'requires_action' };
  if (decline) return { status: 'declined', message: decline.message };
  return { status: 'paid', redirect: backTo(session) };
}

/** Does what the page is for. Null, or why the card was not charged or kept. */
function settle(
  store: Store,
  session: Session,
  method: PaymentMethod | null,
  confirmed: boolean,
  now: Date,
): Decline | null {
  if (session.mode === 'subscription') return completeSubscription(store, session, method, confirmed, now);
  if (session.mode === 'setup') return method && keepCard(store, session, method, confirmed, now);
  if (session.amount_total === 0) {
    completePayment(store, session, null, now);
  } else {
    const payment = paymentOf(store, session, now);
    const decline = method && chargeCard(store, payment, method, now, { present: true, confirmed });
    if (decline) return decline;
    completePayment(store, session, payment, now);
  }
  finish(store, session);
  record(store, 'checkout.session.completed', session, now);
  return null;
}

/** A card that fails when it is charged can be kept; one that asks its owner cannot, before it has. */
function keepCard(
  store: Store,
  session: Session,
  method: PaymentMethod,
  confirmed: boolean,
  now: Date,
): Decline | null {
  const decline = declineOf(method._number, { present: true, confirmed });
  if (decline?.waits) return decline;
  method._confirmed ||= confirmed;
  completeSetup(store, session, method, now);
  return null;
}

/** A subscription keeps a card even when its first period costs nothing. */
function needsCard(session: Session): boolean {
  if (session.mode === 'payment') return session.amount_total !== 0;
  return session.amount_total !== 0 || session.payment_method_collection === 'always';
}

type Chosen =
  | { kind: 'kept'; method: PaymentMethod }
  | { kind: 'typed'; card: AcceptedCard }
  | { kind: 'declined'; decline: Decline }
  | { kind: 'incomplete'; fields: Partial<Record<keyof CardInput, string>> };

function chooseCard(store: Store, session: Session, input: PayInput, now: Date): Chosen {
  if (input.savedCard) {
    const kept = store.paymentMethods[input.savedCard];
    if (kept && kept.customer !== null && kept.customer === session.customer)
      return { kind: 'kept', method: kept };
    return { kind: 'incomplete', fields: { number: 'This card is not kept any more.' } };
  }
  const outcome = readCard(input, now);
  if (outcome.kind === 'incomplete') return outcome;
  // Charged, it is declined by the charge.
  if (outcome.kind === 'declined' && session.mode === 'setup') return outcome;
  return { kind: 'typed', card: outcome.card };
}

function methodOf(
  store: Store,
  session: Session,
  chosen: Exclude<Chosen, { kind: 'declined' | 'incomplete' }>,
  now: Date,
): PaymentMethod {
  if (chosen.kind === 'kept') return chosen.method;
  const { address = null, email = null, name = null, phone = null } = session.customer_details ?? {};
  return addCard(store, chosen.card, now, { ...NO_DETAILS, address, email, name, phone });
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

function backTo(session: Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

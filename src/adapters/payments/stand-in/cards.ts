/** Stripe's test cards and the checks its payment pages make before they charge. */
export type CardInput = { number: string; expiry: string; cvc: string };

export type CardOutcome =
  | { kind: 'accepted'; card: AcceptedCard }
  | { kind: 'declined'; card: AcceptedCard; decline: Decline }
  /** Nothing was attempted: messages by field. */
  | { kind: 'incomplete'; fields: Partial<Record<keyof CardInput, string>> };

export type AcceptedCard = {
  number: string;
  brand: string;
  last4: string;
  exp_month: number;
  exp_year: number;
};

export type Decline = {
  code: string;
  decline_code?: string;
  message: string;
  /** Nothing is lost yet: the card's owner has to confirm it with the bank (3-D Secure). */
  waits?: boolean;
};

/** Who is there when a card is charged. */
export type Presence = {
  /** Its owner is at the page. */
  present: boolean;
  /** And has confirmed it with the bank. */
  confirmed?: boolean;
};

type TestCard = {
  number: string;
  brand: string;
  /** Declined already when it is typed in. */
  decline?: Decline;
  /** Can be kept, but every charge is declined. */
  declineCharges?: Decline;
  /** Its owner confirms every charge, or the first one that keeps it; otherwise it is declined. */
  confirms?: 'always' | 'once';
  /** What its owner does with every charge at once. */
  disputes?: 'dispute' | 'inquiry';
  /** What becomes of a refund a day later: it was pending and arrives, or it had succeeded and fails. */
  refund?: 'arrives' | 'fails';
};

const DECLINED = 'Your card was declined.';

/** Source: Stripe's documentation, "Testing". */
const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa' },
  { number: '5555555555554444', brand: 'mastercard' },
  { number: '378282246310005', brand: 'amex' },
  {
    number: '4000000000000002',
    brand: 'visa',
    decline: { code: 'card_declined', decline_code: 'generic_decline', message: DECLINED },
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    decline: {
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      message: 'Your card has insufficient funds.',
    },
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    decline: { code: 'expired_card', decline_code: 'expired_card', message: 'Your card has expired.' },
  },
  {
    number: '4000000000000341',
    brand: 'visa',
    declineCharges: { code: 'card_declined', decline_code: 'generic_decline', message: DECLINED },
  },
  { number: '4000002760003184', brand: 'visa', confirms: 'always' },
  { number: '4000002500003155', brand: 'visa', confirms: 'once' },
  { number: '4000000000000259', brand: 'visa', disputes: 'dispute' },
  { number: '4000000000001976', brand: 'visa', disputes: 'inquiry' },
  { number: '4000000000007726', brand: 'visa', refund: 'arrives' },
  { number: '4000000000005126', brand: 'visa', refund: 'fails' },
];

/** Reads what was typed into a payment page. */
export function readCard(input: CardInput, now: Date): CardOutcome {
  const fields: Partial<Record<keyof CardInput, string>> = {};
  const number = input.number.replace(/[\s-]/g, '');
  const card = findTestCard(number);
  if (!/^\d{12,19}$/.test(number)) fields.number = 'Your card number is incomplete.';
  else if (!card) fields.number = 'This is test mode: use one of the test cards.';
  const expiry = readExpiry(input.expiry);
  if (!expiry) fields.expiry = 'Your card’s expiration date is incomplete.';
  else if (isOver(expiry, now)) fields.expiry = 'Your card’s expiration date is in the past.';
  if (!/^\d{3,4}$/.test(input.cvc.trim())) fields.cvc = 'Your card’s security code is incomplete.';
  if (!card || !expiry || Object.keys(fields).length > 0) return { kind: 'incomplete', fields };
  const accepted = { number, brand: card.brand, last4: number.slice(-4), ...expiry };
  return card.decline
    ? { kind: 'declined', card: accepted, decline: card.decline }
    : { kind: 'accepted', card: accepted };
}

/** What a charge of a card meets; null when it succeeds. `before`: its owner has confirmed it when it was kept. */
export function declineOf(
  number: string,
  { present, confirmed = false }: Presence,
  before = false,
): Decline | null {
  const card = findTestCard(number);
  if (!card) return { code: 'card_declined', decline_code: 'generic_decline', message: DECLINED };
  const asks = card.confirms === 'always' || (card.confirms === 'once' && !before);
  if (asks && !confirmed) return present ? WAITS : NOBODY_THERE;
  return card.decline ?? card.declineCharges ?? null;
}

const WAITS: Decline = {
  code: 'payment_intent_action_required',
  message: 'This payment has to be confirmed with the bank.',
  waits: true,
};

export const NOBODY_THERE: Decline = {
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The bank was asked and the card's owner said no. */
export const NOT_CONFIRMED: Decline = {
  code: 'payment_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

export function disputeOf(number: string): TestCard['disputes'] {
  return findTestCard(number)?.disputes;
}

export function refundOf(number: string): TestCard['refund'] {
  return findTestCard(number)?.refund;
}

export function findTestCard(number: string): TestCard | undefined {
  return TEST_CARDS.find((known) => known.number === number);
}

function readExpiry(text: string): { exp_month: number; exp_year: number } | null {
  const match = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(text.trim());
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12) return null;
  return { exp_month: month, exp_year: 2000 + (Number(match[2]) % 100) };
}

/** A card is good until the end of its month. */
function isOver({ exp_month, exp_year }: { exp_month: number; exp_year: number }, now: Date): boolean {
  return exp_year * 12 + exp_month < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
}

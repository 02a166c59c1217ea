/** Stripe's test cards and the checks its payment page makes before it charges. */
export type CardInput = { number: string; expiry: string; cvc: string };

export type CardOutcome =
  | { kind: 'accepted'; brand: string; last4: string }
  | { kind: 'declined'; brand: string; last4: string; code: string; message: string }
  /** Nothing was attempted: messages by field. */
  | { kind: 'incomplete'; fields: Partial<Record<keyof CardInput, string>> };

type TestCard = { number: string; brand: string; decline?: { code: string; message: string } };

/** Source: Stripe's documentation, "Testing". */
const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa' },
  { number: '5555555555554444', brand: 'mastercard' },
  {
    number: '4000000000000002',
    brand: 'visa',
    decline: { code: 'generic_decline', message: 'Your card was declined.' },
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    decline: { code: 'insufficient_funds', message: 'Your card has insufficient funds.' },
  },
];

export function tryCard(input: CardInput, now: Date): CardOutcome {
  const fields: Partial<Record<keyof CardInput, string>> = {};
  const number = input.number.replace(/[\s-]/g, '');
  const card = TEST_CARDS.find((known) => known.number === number);
  if (!/^\d{12,19}$/.test(number)) fields.number = 'Your card number is incomplete.';
  else if (!card) fields.number = 'This is test mode: use one of the test cards.';
  const expiryProblem = checkExpiry(input.expiry, now);
  if (expiryProblem) fields.expiry = expiryProblem;
  if (!/^\d{3}$/.test(input.cvc.trim())) fields.cvc = 'Your card’s security code is incomplete.';
  if (!card || Object.keys(fields).length > 0) return { kind: 'incomplete', fields };
  const shown = { brand: card.brand, last4: number.slice(-4) };
  return card.decline ? { kind: 'declined', ...shown, ...card.decline } : { kind: 'accepted', ...shown };
}

/** A card is good until the end of its month. */
function checkExpiry(text: string, now: Date): string | null {
  const match = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(text.trim());
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12) return 'Your card’s expiration date is incomplete.';
  const year = Number(match[2]) % 100;
  const past = year * 12 + month < (now.getUTCFullYear() % 100) * 12 + now.getUTCMonth() + 1;
  return past ? 'Your card’s expiration date is in the past.' : null;
}

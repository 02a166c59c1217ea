/** What a receipt shows. */
import type { Charge } from '../objects/payments';
import type { Store } from '../store';

/** As receipts write them. */
const BRANDS: Record<string, string> = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express' };

export type PaymentDocument = {
  number: string;
  created: number;
  amount: number;
  refunded: number;
  currency: string;
  description: string;
  paidWith: string;
  customer: { name: string | null; email: string | null } | null;
};

/** The receipt of a paid charge; null for anything else. */
export function findReceipt(store: Store, id: string): PaymentDocument | null {
  const charge = store.charges[id];
  if (!charge?.paid) return null;
  const customer = charge.customer ? store.customers[charge.customer] : undefined;
  return {
    number: charge.id.slice(-8).toUpperCase(),
    created: charge.created,
    amount: charge.amount,
    refunded: charge.amount_refunded,
    currency: charge.currency,
    description: describe(store, charge),
    paidWith: cardName(charge),
    customer: customer ? { name: customer.name, email: customer.email } : null,
  };
}

export function cardName({ payment_method_details: details }: Charge): string {
  if (details.type !== 'card') return 'Bank account';
  return nameCard(details.card);
}

export function nameCard({ brand, last4 }: { brand: string; last4: string }): string {
  // Spaces that do not break: a number is no number on two lines.
  return `${BRANDS[brand] ?? brand}\u00a0····\u00a0${last4}`;
}

/** What was paid for: the lines of its page or its invoice. */
export function describe(store: Store, charge: Charge): string {
  const session = Object.values(store.sessions).find(
    (candidate) => candidate.payment_intent === charge.payment_intent,
  );
  if (session) return session._lines.map((line) => line.description).join(', ');
  const link = Object.values(store.invoicePayments).find(
    (candidate) => candidate.payment.payment_intent === charge.payment_intent,
  );
  const lines = link ? store.invoices[link.invoice]?.lines.data : undefined;
  return lines?.map((line) => line.description).join(', ') || (charge.description ?? 'Payment');
}

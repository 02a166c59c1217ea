/** What the payment page shows. */
import type { Session } from '../objects/checkout';
import type { Store } from '../store';
import { nameCard } from './receipt';

export type CheckoutPage = {
  sessionId: string;
  mode: 'payment' | 'subscription' | 'setup';
  status: 'open' | 'complete' | 'expired';
  description: string;
  /** Cents to pay; zero for keeping a card. */
  amount: number;
  /** Cents before the discount. */
  subtotal: number;
  discount: { name: string; amount: number } | null;
  /** How often it is charged: "month". Null for once. */
  every: string | null;
  email: string | null;
  promotions: boolean;
  /** Cards of this customer that can be taken again. */
  savedCards: { id: string; name: string }[];
  /** Asks for the company's address. */
  asksAddress: boolean;
  /** Asks for the company's tax id. */
  asksTaxId: boolean;
  savesCard: boolean;
  /** The owner of the card has to confirm it with the bank. */
  confirming: boolean;
  cancelUrl: string | null;
  successUrl: string;
};

export function describeCheckout(store: Store, session: Session): CheckoutPage {
  const [first] = session._lines;
  const mode = modeOf(session.mode);
  return {
    sessionId: session.id,
    mode,
    status: statusOf(session.status),
    description:
      mode === 'setup' ? 'A card for later' : session._lines.map((line) => line.description).join(', '),
    amount: session.amount_total ?? 0,
    subtotal: session.amount_subtotal ?? 0,
    discount: discountOf(store, session),
    every: (first && store.prices[first.price]?.recurring?.interval) ?? null,
    email: session.customer_details?.email ?? session.customer_email,
    promotions: session.allow_promotion_codes === true,
    savedCards: Object.values(store.paymentMethods)
      .filter(({ customer }) => mode !== 'setup' && customer !== null && customer === session.customer)
      .reverse()
      .map(({ id, card }) => ({ id, name: nameCard(card) })),
    asksAddress: session.billing_address_collection === 'required' && !session.customer_details?.address,
    asksTaxId: session.tax_id_collection.enabled,
    savesCard: mode !== 'payment' || session._wanted.payment.saveCard !== null,
    confirming: Boolean(session._confirming),
    cancelUrl: session.cancel_url,
    successUrl: session.success_url ?? '/',
  };
}

function discountOf(store: Store, session: Session): CheckoutPage['discount'] {
  const [named] = session.discounts;
  if (!named) return null;
  const code = store.promotionCodes[named.promotion_code ?? '']?.code;
  const coupon = store.coupons[named.coupon ?? ''];
  return { name: code ?? coupon?.name ?? 'Discount', amount: session.total_details.amount_discount };
}

function statusOf(status: string | null): CheckoutPage['status'] {
  return status === 'open' || status === 'complete' ? status : 'expired';
}

function modeOf(mode: string): CheckoutPage['mode'] {
  return mode === 'subscription' || mode === 'setup' ? mode : 'payment';
}

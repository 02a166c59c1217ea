/** What the local stand-in's payment page and receipts show. Where payments are real, these pages do not exist. */
import { notFound, redirect } from 'next/navigation';
import { nameCard, type PaymentDocument } from '@/adapters/payments/stand-in/documents';
import { localStripeOrNotFound } from './local-stripe-loaders';

export type CheckoutDocument = PaymentDocument;

export type CheckoutPage = {
  sessionId: string;
  mode: 'payment' | 'subscription' | 'setup';
  status: 'open' | 'complete' | 'expired';
  description: string;
  /** Cents; zero for keeping a card. */
  amount: number;
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
  cancelUrl: string | null;
  successUrl: string;
};

export async function loadCheckoutPage(params: Promise<{ sessionId: string }>): Promise<CheckoutPage> {
  const { page, store } = await localStripeOrNotFound();
  const session = page.find((await params).sessionId);
  if (!session) notFound();
  const [first] = session._lines;
  const mode = modeOf(session.mode);
  return {
    sessionId: session.id,
    mode,
    status: statusOf(session.status),
    description:
      mode === 'setup' ? 'A card for later' : session._lines.map((line) => line.description).join(', '),
    amount: session.amount_total ?? 0,
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
    cancelUrl: session.cancel_url,
    successUrl: session.success_url ?? '/',
  };
}

export async function loadPaymentDocument(params: Promise<{ id: string }>): Promise<CheckoutDocument> {
  const { page, store } = await localStripeOrNotFound();
  const { id } = await params;
  // Where invoices were shown before they had a page of their own.
  if (store.invoices[id]) redirect(`/dev/invoices/${id}`);
  const document = page.findDocument(id);
  if (!document) notFound();
  return document;
}

function statusOf(status: string | null): CheckoutPage['status'] {
  return status === 'open' || status === 'complete' ? status : 'expired';
}

function modeOf(mode: string): CheckoutPage['mode'] {
  return mode === 'subscription' || mode === 'setup' ? mode : 'payment';
}

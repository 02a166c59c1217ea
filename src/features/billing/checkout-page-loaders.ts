/** What the local stand-in's hosted pages show. Where payments are real, these pages do not exist. */
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { PaymentDocument } from '@/adapters/payments/stand-in/documents';
import { localStripe, usesLocalStripe } from '@/adapters/payments/stand-in/process';
import type { StandIn } from '@/adapters/payments/stand-in/server';

export type CheckoutDocument = PaymentDocument;

export type CheckoutPage = {
  sessionId: string;
  status: 'open' | 'complete' | 'expired';
  description: string;
  /** Cents. */
  amount: number;
  email: string | null;
  promotions: boolean;
  cancelUrl: string | null;
  successUrl: string;
};

export async function loadCheckoutPage(params: Promise<{ sessionId: string }>): Promise<CheckoutPage> {
  const { page } = await requireLocalStripe();
  const session = page.find((await params).sessionId);
  if (!session) notFound();
  return {
    sessionId: session.id,
    status: statusOf(session.status),
    description: session._lines.map((line) => line.description).join(', '),
    amount: session.amount_total ?? 0,
    email: session.customer_details?.email ?? null,
    promotions: session.allow_promotion_codes === true,
    cancelUrl: session.cancel_url,
    successUrl: session.success_url ?? '/',
  };
}

export async function loadPaymentDocument(params: Promise<{ id: string }>): Promise<CheckoutDocument> {
  const { page } = await requireLocalStripe();
  const document = page.findDocument((await params).id);
  if (!document) notFound();
  return document;
}

function statusOf(status: string | null): CheckoutPage['status'] {
  return status === 'open' || status === 'complete' ? status : 'expired';
}

async function requireLocalStripe(): Promise<StandIn> {
  await connection();
  if (!usesLocalStripe()) notFound();
  return localStripe();
}

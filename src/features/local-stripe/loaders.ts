/** What the pages of the local Stripe show. Where payments are real, these pages do not exist. */
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { CheckoutPage } from '@/adapters/payments/stand-in/pages/checkout-view';
import type { InvoicePage } from '@/adapters/payments/stand-in/pages/invoice-view';
import type { StripeOverview } from '@/adapters/payments/stand-in/pages/overview';
import type { PortalPage } from '@/adapters/payments/stand-in/pages/portal-view';
import type { PaymentDocument } from '@/adapters/payments/stand-in/pages/receipt';
import { openLocalStripe } from './open-local-stripe';

export type { CheckoutPage, InvoicePage, PaymentDocument, PortalPage, StripeOverview };

type Params<Name extends string> = Promise<Record<Name, string>>;

export async function loadCheckoutPage(params: Params<'sessionId'>): Promise<CheckoutPage> {
  const page = await pagesOrNotFound();
  return page.showCheckout((await params).sessionId) ?? notFound();
}

/** A receipt. Invoices were shown here before they had a page of their own. */
export async function loadReceipt(params: Params<'id'>): Promise<PaymentDocument> {
  const page = await pagesOrNotFound();
  const { id } = await params;
  if (page.showInvoice(id)) redirect(`/dev/invoices/${id}`);
  return page.findDocument(id) ?? notFound();
}

/** An invoice, or the one that a credit note is about. */
export async function loadInvoicePage(params: Params<'id'>): Promise<InvoicePage> {
  const page = await pagesOrNotFound();
  return page.showInvoice((await params).id) ?? notFound();
}

export async function loadPortalPage(params: Params<'id'>): Promise<PortalPage> {
  const page = await pagesOrNotFound();
  return page.showPortal((await params).id) ?? notFound();
}

export async function loadStripeOverview(): Promise<StripeOverview> {
  return (await pagesOrNotFound()).showOverview();
}

async function pagesOrNotFound() {
  const standIn = await openLocalStripe(await headers());
  return standIn?.page ?? notFound();
}

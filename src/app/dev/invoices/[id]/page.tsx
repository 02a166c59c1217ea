import type { Metadata } from 'next';
import { LocalInvoiceView } from '@/features/billing/components/local-invoice-view';
import { loadLocalInvoice } from '@/features/billing/local-stripe-loaders';

export const metadata: Metadata = { title: 'Invoice' };

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  return <LocalInvoiceView invoice={await loadLocalInvoice(params)} />;
}

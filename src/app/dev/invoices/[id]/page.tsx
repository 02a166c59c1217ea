import type { Metadata } from 'next';
import { InvoiceView } from '@/features/local-stripe/components/invoice-view';
import { loadInvoicePage } from '@/features/local-stripe/loaders';

export const metadata: Metadata = { title: 'Invoice' };

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  return <InvoiceView invoice={await loadInvoicePage(params)} />;
}

import type { Metadata } from 'next';
import { loadPaymentDocument } from '@/features/billing/checkout-page-loaders';
import { DocumentView } from '@/features/billing/components/document-view';

export const metadata: Metadata = { title: 'Receipt' };

export default async function DocumentPage({ params }: { params: Promise<{ id: string }> }) {
  return <DocumentView document={await loadPaymentDocument(params)} />;
}

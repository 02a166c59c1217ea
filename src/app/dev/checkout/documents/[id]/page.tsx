import type { Metadata } from 'next';
import { ReceiptView } from '@/features/local-stripe/components/receipt-view';
import { loadReceipt } from '@/features/local-stripe/loaders';

export const metadata: Metadata = { title: 'Receipt' };

export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  return <ReceiptView receipt={await loadReceipt(params)} />;
}

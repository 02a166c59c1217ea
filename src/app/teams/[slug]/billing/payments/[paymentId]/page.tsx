import type { Metadata } from 'next';
import { PaymentPage } from '@/features/billing/components/payment-page';
import { loadPayment } from '@/features/billing/payment-loaders';

export const metadata: Metadata = { title: 'Payment' };

type Props = { params: Promise<{ slug: string; paymentId: string }> };

export default async function TeamPaymentPage({ params }: Props) {
  return <PaymentPage view={await loadPayment(params)} />;
}

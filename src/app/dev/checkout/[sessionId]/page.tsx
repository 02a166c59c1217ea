import type { Metadata } from 'next';
import { CheckoutView } from '@/features/local-stripe/components/checkout-view';
import { loadCheckoutPage } from '@/features/local-stripe/loaders';

export const metadata: Metadata = { title: 'Checkout' };

export default async function CheckoutPage({ params }: { params: Promise<{ sessionId: string }> }) {
  return <CheckoutView page={await loadCheckoutPage(params)} />;
}

import type { Metadata } from 'next';
import { loadCheckoutPage } from '@/features/billing/checkout-page-loaders';
import { CheckoutView } from '@/features/billing/components/checkout-view';

export const metadata: Metadata = { title: 'Checkout' };

export default async function CheckoutPage({ params }: { params: Promise<{ sessionId: string }> }) {
  return <CheckoutView page={await loadCheckoutPage(params)} />;
}

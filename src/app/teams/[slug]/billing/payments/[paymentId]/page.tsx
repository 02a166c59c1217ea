import type { Metadata } from 'next';
import { PaymentPage } from '@/features/billing/components/payment-page';
import { loadPayment } from '@/features/billing/payment-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('billing.page.paymentTitle') };
}

type Props = { params: Promise<{ slug: string; paymentId: string }> };

export default async function TeamPaymentPage({ params }: Props) {
  return <PaymentPage view={await loadPayment(params)} />;
}

import type { Metadata } from 'next';
import { PaymentHistory } from '@/features/billing/components/payment-table';
import { loadPayments } from '@/features/billing/loaders';

export const metadata: Metadata = { title: 'Billing' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BillingPage({ params, searchParams }: Props) {
  return <PaymentHistory view={await loadPayments(params, searchParams)} />;
}

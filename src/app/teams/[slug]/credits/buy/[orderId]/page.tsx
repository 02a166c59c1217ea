import type { Metadata } from 'next';
import { OrderState } from '@/features/billing/components/order-state';
import { loadOrder } from '@/features/billing/loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('credits.order') };
}

type Props = {
  params: Promise<{ slug: string; orderId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OrderPage({ params, searchParams }: Props) {
  return <OrderState view={await loadOrder(params, searchParams, 'packs')} />;
}

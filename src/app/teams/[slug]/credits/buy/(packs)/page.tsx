import type { Metadata } from 'next';
import { BuyPacks } from '@/features/billing/components/buy-packs';
import { loadBuy } from '@/features/billing/loaders';

export const metadata: Metadata = { title: 'Buy credits' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BuyPage({ params, searchParams }: Props) {
  return <BuyPacks view={await loadBuy(params, searchParams)} />;
}

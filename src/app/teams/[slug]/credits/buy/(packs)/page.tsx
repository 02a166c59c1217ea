import type { Metadata } from 'next';
import { BuyPacks } from '@/features/billing/components/buy-packs';
import { loadBuy } from '@/features/billing/loaders';

export const metadata: Metadata = { title: 'Buy credits' };

export default async function BuyPage({ params }: { params: Promise<{ slug: string }> }) {
  return <BuyPacks view={await loadBuy(params)} />;
}

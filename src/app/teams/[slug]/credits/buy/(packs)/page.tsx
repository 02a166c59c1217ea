import type { Metadata } from 'next';
import { BuyPacks } from '@/features/billing/components/buy-packs';
import { loadBuy } from '@/features/billing/loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('credits.buy') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BuyPage({ params, searchParams }: Props) {
  return <BuyPacks view={await loadBuy(params, searchParams)} />;
}

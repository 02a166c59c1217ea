import type { Metadata } from 'next';
import { UsageView } from '@/features/credits/components/usage-view';
import { loadUsage } from '@/features/credits/usage-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('credits.pages.usage') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UsagePage({ params, searchParams }: Props) {
  return <UsageView view={await loadUsage(params, searchParams)} />;
}

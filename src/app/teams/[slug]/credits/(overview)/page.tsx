import type { Metadata } from 'next';
import { AdminCreditsView } from '@/features/credits/components/admin-credits';
import { MyCreditsView } from '@/features/credits/components/my-credits';
import { loadCredits } from '@/features/credits/loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('credits.title') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CreditsPage({ params, searchParams }: Props) {
  const view = await loadCredits(params, searchParams);
  return view.kind === 'admin' ? <AdminCreditsView view={view} /> : <MyCreditsView view={view} />;
}

import type { Metadata } from 'next';
import { StatementPageContent } from '@/features/credits/components/statement-view';
import { loadStatementPage } from '@/features/credits/statement-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('credits.pages.statement') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StatementPage({ params, searchParams }: Props) {
  return <StatementPageContent view={await loadStatementPage(params, searchParams)} />;
}

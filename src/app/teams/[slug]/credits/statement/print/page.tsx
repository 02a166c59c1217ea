import type { Metadata } from 'next';
import { StatementSheetView } from '@/features/credits/components/statement-sheet';
import { loadStatementSheet } from '@/features/credits/statement-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('credits.pages.print') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StatementSheetPage({ params, searchParams }: Props) {
  return <StatementSheetView sheet={await loadStatementSheet(params, searchParams)} />;
}

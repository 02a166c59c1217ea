import type { Metadata } from 'next';
import { StatementSheetView } from '@/features/credits/components/statement-sheet';
import { loadStatementSheet } from '@/features/credits/statement-loaders';

export const metadata: Metadata = { title: 'Statement of credits, to print' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StatementSheetPage({ params, searchParams }: Props) {
  return <StatementSheetView sheet={await loadStatementSheet(params, searchParams)} />;
}

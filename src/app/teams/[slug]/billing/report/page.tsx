import type { Metadata } from 'next';
import { ReportPage } from '@/features/billing/components/report-page';
import { loadReport } from '@/features/billing/report-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('billing.page.reportTitle') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TeamReportPage({ params, searchParams }: Props) {
  return <ReportPage view={await loadReport(params, searchParams)} />;
}

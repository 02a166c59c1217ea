import type { Metadata } from 'next';
import { ReportPage } from '@/features/billing/components/report-page';
import { loadReport } from '@/features/billing/report-loaders';

export const metadata: Metadata = { title: 'Monthly report' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TeamReportPage({ params, searchParams }: Props) {
  return <ReportPage view={await loadReport(params, searchParams)} />;
}

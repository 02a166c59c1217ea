import type { Metadata } from 'next';
import { loadBilling } from '@/features/billing/billing-loaders';
import { BillingPage } from '@/features/billing/components/billing-page';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('billing.page.title') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TeamBillingPage({ params, searchParams }: Props) {
  return <BillingPage view={await loadBilling(params, searchParams)} />;
}

import type { Metadata } from 'next';
import { PlanPage } from '@/features/billing/components/plan-page';
import { loadPlanPage } from '@/features/billing/plan-loaders';
import { loadOfferedQualities } from '@/features/generation/engine-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('billing.page.planTitle') };
}

export default async function TeamPlanPage({ params }: { params: Promise<{ slug: string }> }) {
  return <PlanPage view={await loadPlanPage(params)} qualities={loadOfferedQualities()} />;
}

import type { Metadata } from 'next';
import { PlanPage } from '@/features/billing/components/plan-page';
import { loadPlanPage } from '@/features/billing/plan-loaders';
import { loadOfferedQualities } from '@/features/generation/engine-loaders';

export const metadata: Metadata = { title: 'Plan' };

export default async function TeamPlanPage({ params }: { params: Promise<{ slug: string }> }) {
  return <PlanPage view={await loadPlanPage(params)} qualities={loadOfferedQualities()} />;
}

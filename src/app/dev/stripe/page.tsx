import type { Metadata } from 'next';
import { DevShell } from '@/components/shell/dev-shell';
import { LocalStripeView } from '@/features/billing/components/local-stripe-view';
import { loadStripeOverview } from '@/features/billing/local-stripe-loaders';

export const metadata: Metadata = { title: 'Local Stripe' };

export default async function LocalStripePage() {
  const overview = await loadStripeOverview();
  return (
    <DevShell>
      <LocalStripeView overview={overview} />
    </DevShell>
  );
}

import type { Metadata } from 'next';
import { DevShell } from '@/components/shell/dev-shell';
import { ControlView } from '@/features/local-stripe/components/control-view';
import { loadStripeOverview } from '@/features/local-stripe/loaders';

export const metadata: Metadata = { title: 'Local Stripe' };

export default async function LocalStripePage() {
  const overview = await loadStripeOverview();
  return (
    <DevShell>
      <ControlView overview={overview} />
    </DevShell>
  );
}

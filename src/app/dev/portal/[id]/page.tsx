import type { Metadata } from 'next';
import { LocalPortalView } from '@/features/billing/components/local-portal-view';
import { loadLocalPortal } from '@/features/billing/local-stripe-loaders';

export const metadata: Metadata = { title: 'Customer portal' };

export default async function PortalPage({ params }: { params: Promise<{ id: string }> }) {
  return <LocalPortalView portal={await loadLocalPortal(params)} />;
}

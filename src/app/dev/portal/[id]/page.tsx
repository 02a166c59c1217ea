import type { Metadata } from 'next';
import { PortalView } from '@/features/local-stripe/components/portal-view';
import { loadPortalPage } from '@/features/local-stripe/loaders';

export const metadata: Metadata = { title: 'Customer portal' };

export default async function PortalPage({ params }: { params: Promise<{ id: string }> }) {
  return <PortalView portal={await loadPortalPage(params)} />;
}

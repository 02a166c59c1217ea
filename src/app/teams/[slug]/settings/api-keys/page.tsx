import type { Metadata } from 'next';
import { OrganizationKeysView } from '@/features/api-keys/components/organization-keys-view';
import { loadOrganizationKeys } from '@/features/api-keys/loaders';

export const metadata: Metadata = { title: 'API keys' };

type Props = { params: Promise<{ slug: string }> };

export default async function ApiKeysPage({ params }: Props) {
  return <OrganizationKeysView view={await loadOrganizationKeys(params)} />;
}

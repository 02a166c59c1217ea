import type { Metadata } from 'next';
import { OrganizationKeysView } from '@/features/api-keys/components/organization-keys-view';
import { loadOrganizationKeys } from '@/features/api-keys/loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('members.keys.title') };
}

type Props = { params: Promise<{ slug: string }> };

export default async function ApiKeysPage({ params }: Props) {
  const view = await loadOrganizationKeys(params);
  return (
    <ClientTexts areas={['members']}>
      <OrganizationKeysView view={view} />
    </ClientTexts>
  );
}

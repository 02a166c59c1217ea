import type { Metadata } from 'next';
import { DeleteAccountView } from '@/features/account/components/delete-account-view';
import { loadDeletion } from '@/features/account/deletion-loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('deletion.page.title') };
}

export default async function DeleteAccountPage() {
  return (
    <ClientTexts areas={['deletion']}>
      <DeleteAccountView view={await loadDeletion()} />
    </ClientTexts>
  );
}

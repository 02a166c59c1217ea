import type { Metadata } from 'next';
import { TokensView } from '@/features/api-keys/components/tokens-view';
import { loadTokens } from '@/features/api-keys/loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('members.keys.tokens') };
}

export default async function TokensPage() {
  const { keys } = await loadTokens();
  return (
    <ClientTexts areas={['members']}>
      <TokensView keys={keys} />
    </ClientTexts>
  );
}

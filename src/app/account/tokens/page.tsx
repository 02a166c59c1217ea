import type { Metadata } from 'next';
import { TokensView } from '@/features/api-keys/components/tokens-view';
import { loadTokens } from '@/features/api-keys/loaders';

export const metadata: Metadata = { title: 'Personal tokens' };

export default async function TokensPage() {
  const { keys } = await loadTokens();
  return <TokensView keys={keys} />;
}

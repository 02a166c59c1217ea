import type { ReactNode } from 'react';
import { loadGeneration } from '@/features/generation/loaders';
import { ClientTexts } from '@/texts/client-texts';

type Props = { params: Promise<{ slug: string; id: string }>; children: ReactNode };

/** Above the loading state, so that what is not there, or not yours, is a real 404. */
export default async function GenerationLayout({ params, children }: Props) {
  const { slug, id } = await params;
  await loadGeneration(slug, id);
  return <ClientTexts areas={['emails', 'generation']}>{children}</ClientTexts>;
}

import type { Metadata } from 'next';
import { loadGeneration } from '@/features/generation/loaders';
import { GenerationPage } from '@/features/headshots/components/generation-page';
import { loadResultFrame } from '@/features/headshots/loaders';
import { pageTexts } from '@/texts/page-texts';

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A tab in the background tells by its title when the pictures are there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const { detail, progress } = await loadGeneration(slug, id);
  const { t } = await pageTexts();
  const style = detail.style.name;
  if (progress) return { title: t('headshots.generation.tabProgress', { progress: detail.progress, style }) };
  if (detail.accepted === 0) return { title: t('headshots.generation.tabNone', { style }) };
  return { title: t('headshots.generation.tabReady', { count: detail.accepted, style }) };
}

export default async function HeadshotPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const picture = Number((await searchParams).picture) || undefined;
  const shown = await loadGeneration(slug, id);
  return <GenerationPage shown={shown} around={await loadResultFrame(slug, id)} picture={picture} />;
}

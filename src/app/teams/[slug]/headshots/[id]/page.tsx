import type { Metadata } from 'next';
import { loadGeneration } from '@/features/generation/loaders';
import { GenerationPage } from '@/features/headshots/components/generation-page';
import { loadResultFrame } from '@/features/headshots/loaders';

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A tab in the background tells by its title when the pictures are there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const { detail, progress } = await loadGeneration(slug, id);
  if (progress) return { title: `${detail.progress}% · ${detail.style.name}` };
  const ready = detail.accepted === 1 ? '1 picture ready' : `${detail.accepted} pictures ready`;
  return { title: `${detail.accepted > 0 ? ready : 'No pictures'} · ${detail.style.name}` };
}

export default async function HeadshotPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const picture = Number((await searchParams).picture) || undefined;
  const shown = await loadGeneration(slug, id);
  return <GenerationPage shown={shown} around={await loadResultFrame(slug, id)} picture={picture} />;
}

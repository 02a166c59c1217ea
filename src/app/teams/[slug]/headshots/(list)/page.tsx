import type { Metadata } from 'next';
import { HeadshotGallery } from '@/features/headshots/components/headshot-gallery';
import { loadHeadshots } from '@/features/headshots/loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('headshots.title') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HeadshotsPage({ params, searchParams }: Props) {
  return <HeadshotGallery list={await loadHeadshots((await params).slug, await searchParams)} />;
}

import type { Metadata } from 'next';
import { PageHead } from '@/components/ui/page-head';
import { NewHeadshotsForm } from '@/features/generation/components/new-headshots';
import { newHeadshotsParts } from '@/features/generation/components/new-headshots-parts';
import { loadNewHeadshots } from '@/features/generation/loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('headshots.newPage.title') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewHeadshotsPage({ params, searchParams }: Props) {
  const texts = await pageTexts();
  const { t } = texts;
  const { from, by } = await searchParams;
  const data = await loadNewHeadshots((await params).slug, {
    from: typeof from === 'string' ? from : undefined,
    by: typeof by === 'string' ? by : undefined,
  });
  return (
    <>
      <PageHead
        title={t('headshots.newPage.title')}
        crumbs={[
          { label: t('headshots.title'), href: `/teams/${data.slug}/headshots` },
          { label: t('headshots.newPage.crumb') },
        ]}
      />
      <ClientTexts areas={['generation', 'privacy', 'uploads']}>
        <NewHeadshotsForm data={data} parts={newHeadshotsParts(data, texts)} />
      </ClientTexts>
    </>
  );
}

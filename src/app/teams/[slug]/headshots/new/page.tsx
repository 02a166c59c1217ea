import type { Metadata } from 'next';
import { PageHead } from '@/components/ui/page-head';
import { NewHeadshotsForm } from '@/features/generation/components/new-headshots';
import { loadNewHeadshots } from '@/features/generation/loaders';
import { ClientTexts } from '@/texts/client-texts';

export const metadata: Metadata = { title: 'New headshots' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewHeadshotsPage({ params, searchParams }: Props) {
  const { from } = await searchParams;
  const data = await loadNewHeadshots((await params).slug, typeof from === 'string' ? from : undefined);
  return (
    <>
      <PageHead
        title="New headshots"
        crumbs={[{ label: 'Headshots', href: `/teams/${data.slug}/headshots` }, { label: 'New' }]}
      />
      <ClientTexts areas={['uploads', 'privacy']}>
        <NewHeadshotsForm data={data} />
      </ClientTexts>
    </>
  );
}

import type { Metadata } from 'next';
import { EditorPage } from '@/features/headshots/components/editor/editor-page';
import { loadEditor } from '@/features/headshots/editor-loaders';
import { pageTexts } from '@/texts/page-texts';

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('headshots.editPage.tab') };
}

export default async function EditPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const picture = Number((await searchParams).picture) || undefined;
  return <EditorPage data={await loadEditor(slug, id, picture)} />;
}

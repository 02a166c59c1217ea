import type { Metadata } from 'next';
import { EditorPage } from '@/features/headshots/components/editor/editor-page';
import { loadEditor } from '@/features/headshots/editor-loaders';

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Edit picture' };

export default async function EditPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const picture = Number((await searchParams).picture) || undefined;
  return <EditorPage data={await loadEditor(slug, id, picture)} />;
}

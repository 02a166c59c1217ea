import { PageHead } from '@/components/ui/page-head';
import type { EditorData } from '../../editor-loaders';
import { PictureEditor } from './picture-editor';

/** The page of one picture's tools. */
export function EditorPage({ data }: { data: EditorData }) {
  const { slug, generationId, style, picture } = data;
  return (
    <>
      <PageHead
        title={`Edit picture ${picture.number}`}
        crumbs={[
          { label: 'Headshots', href: `/teams/${slug}/headshots` },
          { label: style, href: `/teams/${slug}/headshots/${generationId}?picture=${picture.number}` },
          { label: 'Edit' },
        ]}
      />
      <PictureEditor key={picture.id} data={data} />
    </>
  );
}

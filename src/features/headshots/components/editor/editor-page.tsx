import { useTexts } from '#use-texts';
import { PageHead } from '@/components/ui/page-head';
import type { EditorData } from '../../editor-loaders';
import { PictureEditor } from './picture-editor';

/** The page of one picture's tools. */
export function EditorPage({ data }: { data: EditorData }) {
  const { t } = useTexts();
  const { slug, generationId, style, picture } = data;
  return (
    <>
      <PageHead
        title={t('headshots.editPage.title', { number: picture.number })}
        crumbs={[
          { label: t('headshots.title'), href: `/teams/${slug}/headshots` },
          { label: style, href: `/teams/${slug}/headshots/${generationId}?picture=${picture.number}` },
          { label: t('headshots.editPage.crumb') },
        ]}
      />
      <PictureEditor key={picture.id} data={data} />
    </>
  );
}

import { loadOperator } from '@/features/privacy/policy-loaders';
import { pageTexts } from '@/texts/page-texts';
import { Document } from '../_legal/document';
import { Paragraphs, Points } from '../_legal/pieces';
import { publicMetadata } from '../_site/page-metadata';
import { Contact } from '../privacy/_sections/contact';
import { termsIn } from './_texts';

export const generateMetadata = publicMetadata({ path: '/terms', name: 'terms' });

export default async function TermsPage() {
  const texts = await pageTexts();
  const parts = termsIn(texts).map(({ id, title, points, texts }) => ({
    id,
    title,
    body: (
      <>
        {points.length > 0 && <Points points={points} />}
        <Paragraphs texts={texts} />
      </>
    ),
  }));
  return (
    <Document
      title={texts.t('site.terms.heading')}
      lead={texts.t('site.terms.lead')}
      updated="2026-11-28"
      parts={[
        ...parts,
        { id: 'contact', title: texts.t('site.terms.contact'), body: <Contact operator={loadOperator()} /> },
      ]}
    />
  );
}

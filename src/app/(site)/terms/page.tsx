import { loadOperator } from '@/features/privacy/policy-loaders';
import { Document } from '../_legal/document';
import { Paragraphs, Points } from '../_legal/pieces';
import { publicMetadata } from '../_site/page-metadata';
import { Contact } from '../privacy/_sections/contact';
import { TERMS } from './_texts';

export const metadata = publicMetadata({
  path: '/terms',
  title: 'Terms',
  description:
    'The agreement for using headcraft: what you may upload, what credits are, when money goes back, and whose the pictures are.',
});

export default function TermsPage() {
  const parts = TERMS.map(({ id, title, texts = [], points = [] }) => ({
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
      title="Terms, in plain words"
      lead="What you and we owe each other when you use headcraft. It is short so that you read it."
      updated="28 November 2026"
      parts={[...parts, { id: 'contact', title: 'Who we are', body: <Contact operator={loadOperator()} /> }]}
    />
  );
}

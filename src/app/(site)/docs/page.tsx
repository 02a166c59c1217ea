import type { Metadata } from 'next';
import { GROUPS } from '@/contract/define';
import { openApiDocument } from '@/contract/document';
import { env } from '@/env';
import { Document } from '../_legal/document';
import { Errors, Example, Idempotency, Keys, Limits, OldNames, Paging } from './_guide/guide';
import { GroupReference, Shapes } from './_reference/reference';

const DESCRIPTION =
  'The HTTP API of headcraft: keys and scopes, errors, paging, and every route with what it takes and what it answers.';

/** In English only, as programmers' references are. */
export const metadata: Metadata = {
  title: 'API',
  description: DESCRIPTION,
  alternates: { canonical: '/docs' },
  robots: { index: true, follow: true },
  openGraph: {
    type: 'website',
    siteName: 'headcraft',
    locale: 'en_US',
    url: '/docs',
    title: 'API',
    description: DESCRIPTION,
  },
  twitter: { card: 'summary_large_image', title: 'API', description: DESCRIPTION },
};

export default function DocsPage() {
  const { appUrl } = env();
  const api = openApiDocument(appUrl);
  return (
    <Document
      title="Everything the pages do, for scripts"
      lead={
        <>
          JSON over HTTPS, the same functions that the pages use. Times are ISO 8601 in UTC, credits whole
          numbers, money integer cents. All of it as{' '}
          <a href="/api/openapi.json" className="link">
            an OpenAPI 3.1 document
          </a>
          .
        </>
      }
      updated="2026-11-28"
      parts={[
        { id: 'keys', title: 'Keys', body: <Keys origin={appUrl} /> },
        { id: 'example', title: 'An example', body: <Example /> },
        { id: 'errors', title: 'Errors', body: <Errors /> },
        { id: 'paging', title: 'Paging', body: <Paging /> },
        { id: 'idempotency', title: 'Once, and only once', body: <Idempotency /> },
        { id: 'limits', title: 'Limits', body: <Limits /> },
        { id: 'old-names', title: 'Other names', body: <OldNames /> },
        ...GROUPS.map((group) => ({
          id: group.toLowerCase().replaceAll(' ', '-'),
          title: group,
          body: <GroupReference api={api} group={group} />,
        })),
        { id: 'shapes', title: 'Shapes', body: <Shapes api={api} /> },
      ]}
    />
  );
}

import { GROUPS } from '@/contract/define';
import { Document } from '../../_legal/document';
import { HeadTags } from '../../_site/head-tags';
import { Errors, Example, Idempotency, Keys, Limits, OldNames, Paging } from '../_guide/guide';
import type { ApiFacts } from './api-facts';
import { GroupReference, Shapes } from './reference';

/** Everything `/docs` says, with its head. */
export function ApiDocument({
  appUrl,
  facts: { api, limits, statuses },
}: {
  appUrl: string;
  facts: ApiFacts;
}) {
  return (
    <>
      <HeadTags
        appUrl={appUrl}
        path="/docs"
        locale="en_US"
        title="API · headcraft"
        sharedTitle="API"
        description="The HTTP API of headcraft: keys and scopes, errors, paging, and every route with what it takes and what it answers."
        picture="/docs/opengraph-image.jpg"
        pictureAlt="The API of headcraft. Keys with scopes, an OpenAPI document, lists by cursor."
      />
      {/* In English whatever the frame around it is in: that is what programs and their errors speak. */}
      <div lang="en">
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
            { id: 'errors', title: 'Errors', body: <Errors statuses={statuses} /> },
            { id: 'paging', title: 'Paging', body: <Paging /> },
            { id: 'idempotency', title: 'Once, and only once', body: <Idempotency /> },
            { id: 'limits', title: 'Limits', body: <Limits limits={limits} /> },
            { id: 'old-names', title: 'Other names', body: <OldNames /> },
            ...GROUPS.map((group) => ({
              id: group.toLowerCase().replaceAll(' ', '-'),
              title: group,
              body: <GroupReference api={api} group={group} />,
            })),
            { id: 'shapes', title: 'Shapes', body: <Shapes api={api} /> },
          ]}
        />
      </div>
    </>
  );
}

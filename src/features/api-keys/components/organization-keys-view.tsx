import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { ORGANIZATION_SCOPES } from '@/lib/scopes';
import type { OrganizationKeysPage } from '../loaders';
import { KeyList } from './key-list';
import { MakeKeyDialog } from './make-key-dialog';

/** The dialog has one place: it must not go when the first one makes the list, or its secret would go with it. */
export function OrganizationKeysView({ view: { slug, teamId, team, keys } }: { view: OrganizationKeysPage }) {
  return (
    <>
      <PageHead
        title="API keys"
        actions={<MakeKeyDialog noun="key" scopes={ORGANIZATION_SCOPES} slug={slug} />}
      >
        For scripts that act for {team}, whoever is in it. A key sees no selfies and no pictures, and makes
        none. How to use it:{' '}
        <Link href="/docs" className="link">
          the API
        </Link>
        . The id of your team is <code>{teamId}</code>.
      </PageHead>
      <Card>
        {keys.length === 0 ? (
          <EmptyState title="No keys yet">
            Give credits from your HR system, or read the statement into your books.
          </EmptyState>
        ) : (
          <KeyList keys={keys} noun="key" slug={slug} />
        )}
      </Card>
    </>
  );
}

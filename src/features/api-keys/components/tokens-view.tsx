import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { SCOPES } from '@/lib/scopes';
import type { KeyView } from '../rules';
import { KeyList } from './key-list';
import { MakeKeyDialog } from './make-key-dialog';

/** The dialog has one place: it must not go when the first one makes the list, or its secret would go with it. */
export function TokensView({ keys }: { keys: readonly KeyView[] }) {
  return (
    <>
      <PageHead
        title="Personal tokens"
        crumbs={[{ label: 'Account', href: '/account' }, { label: 'Personal tokens' }]}
        actions={<MakeKeyDialog noun="token" scopes={SCOPES} />}
      >
        For scripts of your own. A token acts as you in your teams, within what you let it do. How to use it:{' '}
        <Link href="/docs" className="link">
          the API
        </Link>
        .
      </PageHead>
      <Card>
        {keys.length === 0 ? (
          <EmptyState title="No tokens yet">
            Make your headshots, or read your own statement, from a script.
          </EmptyState>
        ) : (
          <KeyList keys={keys} noun="token" />
        )}
      </Card>
    </>
  );
}

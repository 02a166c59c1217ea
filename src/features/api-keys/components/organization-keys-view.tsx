import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { ORGANIZATION_SCOPE_NAMES } from '@/lib/scopes';
import type { OrganizationKeysPage } from '../loaders';
import { KeyList } from './key-list';
import { MakeKeyDialog } from './make-key-dialog';

/** The dialog has one place: it must not go when the first one makes the list, or its secret would go with it. */
export function OrganizationKeysView({ view: { slug, teamId, team, keys } }: { view: OrganizationKeysPage }) {
  const { t, rich } = useTexts();
  const scopes = ORGANIZATION_SCOPE_NAMES.map((scope) => ({
    scope,
    says: t(`members.keys.may.key.${scope}`),
  }));
  return (
    <>
      <PageHead
        title={t('members.keys.title')}
        actions={<MakeKeyDialog noun="key" scopes={scopes} slug={slug} />}
      >
        {rich('members.keys.lead', {
          team,
          api: (words) => (
            <Link href="/docs" className="link">
              {words}
            </Link>
          ),
          id: () => <code>{teamId}</code>,
        })}
      </PageHead>
      {keys.length === 0 ? (
        <EmptyState light title={t('members.keys.none')}>
          {t('members.keys.noneHint')}
        </EmptyState>
      ) : (
        <Card>
          <KeyList keys={keys} noun="key" slug={slug} />
        </Card>
      )}
    </>
  );
}

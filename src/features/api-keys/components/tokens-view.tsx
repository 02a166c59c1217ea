import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { SCOPE_NAMES } from '@/lib/scopes';
import type { KeyView } from '../rules';
import { KeyList } from './key-list';
import { MakeKeyDialog } from './make-key-dialog';

/** The dialog has one place: it must not go when the first one makes the list, or its secret would go with it. */
export function TokensView({ keys }: { keys: readonly KeyView[] }) {
  const { t, rich } = useTexts();
  const scopes = SCOPE_NAMES.map((scope) => ({ scope, says: t(`members.keys.may.token.${scope}`) }));
  return (
    <>
      <PageHead title={t('members.keys.tokens')} actions={<MakeKeyDialog noun="token" scopes={scopes} />}>
        {rich('members.keys.tokensLead', {
          api: (words) => (
            <Link href="/docs" className="link">
              {words}
            </Link>
          ),
        })}
      </PageHead>
      {keys.length === 0 ? (
        <EmptyState light title={t('members.keys.noTokens')}>
          {t('members.keys.noTokensHint')}
        </EmptyState>
      ) : (
        <Card>
          <KeyList keys={keys} noun="token" />
        </Card>
      )}
    </>
  );
}

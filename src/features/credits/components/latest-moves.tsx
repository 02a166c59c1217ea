import Link from 'next/link';
import { useTexts } from '#use-texts';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { Card, CardHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { StatementLine } from '../statement-loaders';
import { StatementTable } from './statement-table';

/** The newest lines of a statement, and the way to all of it. */
export function LatestMoves({
  title,
  rows,
  href,
}: {
  title: string;
  rows: readonly StatementLine[];
  href: string;
}) {
  const { t } = useTexts();
  return (
    <Card aria-labelledby="statement-title">
      <CardHead title={title} id="statement-title">
        {rows.length > 0 && (
          <Link href={href} className="link">
            {t('credits.latest.whole')}
          </Link>
        )}
      </CardHead>
      {rows.length === 0 ? (
        <EmptyState drawing={<EmptyLedger />} title={t('credits.latest.emptyTitle')}>
          {t('credits.latest.emptyBody')}
        </EmptyState>
      ) : (
        <StatementTable label={title} rows={rows} />
      )}
    </Card>
  );
}

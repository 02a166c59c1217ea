import { Download, Printer } from 'lucide-react';
import { useTexts } from '#use-texts';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card, CardHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { PhoneFold } from '@/components/ui/phone-fold';
import type { StatementPageView, StatementView } from '../statement-loaders';
import { CreditsNav } from './credits-nav';
import { StatementFilterForm } from './statement-filter-form';
import { StatementTable } from './statement-table';

/** The whole statement: of the pool for those who hand credits out, of the own wallet for everybody else. */
export function StatementPageContent({ view }: { view: StatementPageView }) {
  const { t } = useTexts();
  const { slug, admin, statement } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed']} />
      <PageHead title={t('credits.title')} actions={<StatementFiles statement={statement} />} />
      <CreditsNav slug={slug} at="statement" usage={admin} />
      <StatementSection statement={statement} />
    </>
  );
}

/** Filters, lines and the way through them. */
export function StatementSection({ statement }: { statement: StatementView }) {
  const { t } = useTexts();
  const { rows, title, filters, newestHref, olderHref, path, next } = statement;
  const filtered = Object.keys(filters).length > 0;
  const untouched = rows.length === 0 && !filtered && !newestHref;
  return (
    <section aria-labelledby="statement-title">
      <Card>
        <CardHead title={title} id="statement-title" />
        {untouched ? (
          <EmptyState
            drawing={<EmptyLedger />}
            title={t('credits.latest.emptyTitle')}
            action={
              next && (
                <ButtonLink href={next.href}>
                  {t(next.does === 'buy' ? 'credits.buy' : 'credits.latest.ask')}
                </ButtonLink>
              )
            }
          >
            {t('credits.latest.emptyBody')}
          </EmptyState>
        ) : (
          <>
            <PhoneFold label={t('ui.client.filter.title')} open={filtered}>
              <StatementFilterForm view={statement} />
            </PhoneFold>
            {rows.length > 0 ? (
              <StatementTable label={title} rows={rows} />
            ) : (
              <EmptyState
                drawing={<EmptyLedger />}
                title={t('credits.filter.noneTitle')}
                action={<ButtonLink href={path}>{t('credits.filter.showAll')}</ButtonLink>}
              >
                {t('credits.filter.noneBody')}
              </EmptyState>
            )}
          </>
        )}
      </Card>
      <Pagination
        newerHref={newestHref ?? undefined}
        olderHref={olderHref ?? undefined}
        newerLabel={t('credits.statement.newest')}
      />
    </section>
  );
}

/** The same lines, all of them, as a file or on paper. */
export function StatementFiles({ statement }: { statement: StatementView }) {
  const { t } = useTexts();
  if (statement.rows.length === 0) return null;
  return (
    <>
      <ButtonLink href={statement.printHref}>
        <Printer className="size-4" aria-hidden="true" />
        {t('ui.client.print')}
      </ButtonLink>
      <a href={statement.csvHref} download className={buttonClass()}>
        <Download className="size-4" aria-hidden="true" />
        {t('credits.statement.csv')}
      </a>
    </>
  );
}

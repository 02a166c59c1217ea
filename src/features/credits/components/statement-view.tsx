import { Download, Printer } from 'lucide-react';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink, buttonClass } from '@/components/ui/button';
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
  const { slug, admin, statement } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed']} />
      <PageHead title="Credits" actions={<StatementFiles statement={statement} />} />
      <CreditsNav slug={slug} at="statement" usage={admin} />
      <StatementSection statement={statement} />
    </>
  );
}

/** Filters, lines and the way through them. */
export function StatementSection({ statement }: { statement: StatementView }) {
  const { rows, title, filters, newestHref, olderHref, path } = statement;
  const filtered = Object.keys(filters).length > 0;
  const untouched = rows.length === 0 && !filtered && !newestHref;
  return (
    <section aria-labelledby="statement-title">
      <Card>
        <CardHead title={title} id="statement-title" />
        {untouched ? (
          <EmptyState drawing={<EmptyLedger />} title="No entries yet">
            Every credit that comes in or goes out is listed here.
          </EmptyState>
        ) : (
          <>
            <PhoneFold label="Filters" open={filtered}>
              <StatementFilterForm view={statement} />
            </PhoneFold>
            {rows.length > 0 ? (
              <StatementTable label={title} rows={rows} />
            ) : (
              <EmptyState
                drawing={<EmptyLedger />}
                title="No matching entries"
                action={<ButtonLink href={path}>Show all entries</ButtonLink>}
              >
                Nothing in this statement matches these filters.
              </EmptyState>
            )}
          </>
        )}
      </Card>
      <Pagination
        newerHref={newestHref ?? undefined}
        olderHref={olderHref ?? undefined}
        newerLabel="Newest"
      />
    </section>
  );
}

/** The same lines, all of them, as a file or on paper. */
export function StatementFiles({ statement }: { statement: StatementView }) {
  if (statement.rows.length === 0) return null;
  return (
    <>
      <ButtonLink href={statement.printHref}>
        <Printer className="size-4" aria-hidden="true" />
        Print
      </ButtonLink>
      <a href={statement.csvHref} download className={buttonClass()}>
        <Download className="size-4" aria-hidden="true" />
        Statement as CSV
      </a>
    </>
  );
}

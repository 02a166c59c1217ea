import Link from 'next/link';
import { useTexts } from '#use-texts';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import type { UsagePageView, UsageRow } from '../usage-loaders';
import { CreditsNav } from './credits-nav';
import { UsageFigures } from './usage-figures';
import { UsedChart } from './used-chart';
import { ViewLinks } from './view-links';

/** What the credits were used for: over time, by person, by department. */
export function UsageView({ view }: { view: UsagePageView }) {
  const { t } = useTexts();
  const { slug, range, ranges, figures, spend } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed']} />
      <PageHead title={t('credits.title')} />
      <CreditsNav slug={slug} at="usage" usage />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-20">{t('credits.usage.title', { range })}</h2>
        <ViewLinks label={t('credits.period')} views={ranges} />
      </div>
      <UsageFigures figures={figures} label={t('credits.usage.figures', { range })} />
      <div className="mt-6 grid items-start gap-6 phone:mt-4 phone:gap-4 lg:grid-cols-[minmax(0,1fr)_352px]">
        <UsageTable view={view} />
        <div className="max-lg:order-first">
          <UsedChart spend={spend} />
        </div>
      </div>
    </>
  );
}

function UsageTable({ view }: { view: UsagePageView }) {
  const { t } = useTexts();
  const { slug, by, views, rows, firstHref, nextHref, range } = view;
  const person = by === 'member';
  const none = person ? 'noPeople' : 'noDepartments';
  return (
    <Card aria-labelledby="who-title">
      <CardHead title={t('credits.usage.who')} id="who-title">
        <ViewLinks label={t('credits.usage.grouped')} views={views} />
      </CardHead>
      {rows.length === 0 ? (
        <EmptyState
          drawing={<EmptyLedger />}
          title={t(`credits.usage.${none}.title`)}
          action={
            <ButtonLink href={`/teams/${slug}/members${person ? '?invite' : ''}`}>
              {t(`credits.usage.${none}.action`)}
            </ButtonLink>
          }
        >
          {t(`credits.usage.${none}.body`)}
        </EmptyState>
      ) : (
        <Table label={t(person ? 'credits.usage.byMember' : 'credits.usage.byDepartment', { range })}>
          <TableHead>
            <tr>
              <HeadCell>{t(person ? 'credits.usage.person' : 'credits.usage.department')}</HeadCell>
              <HeadCell numeric>{t('credits.usage.used')}</HeadCell>
              <HeadCell numeric>{t('credits.usage.given')}</HeadCell>
              <HeadCell numeric>{t('credits.usage.headshots')}</HeadCell>
              <HeadCell numeric>{t('credits.usage.each')}</HeadCell>
              <HeadCell numeric>{t('credits.usage.balance')}</HeadCell>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <UsageLine key={row.key} slug={slug} row={row} />
            ))}
          </TableBody>
        </Table>
      )}
      {(firstHref || nextHref) && (
        <CardFoot>
          {firstHref ? (
            <Link href={firstHref} className="link" scroll={false}>
              {t('credits.usage.fromBeginning')}
            </Link>
          ) : (
            <span />
          )}
          {nextHref && (
            <Link href={nextHref} className="link" scroll={false}>
              {t('credits.usage.more')}
            </Link>
          )}
        </CardFoot>
      )}
    </Card>
  );
}

function UsageLine({ slug, row }: { slug: string; row: UsageRow }) {
  const { t, number } = useTexts();
  const { name, detail, memberId, used, given, pictures, creditsEach, balance } = row;
  return (
    <Row>
      <Cell className="max-w-64 narrow:max-w-none">
        <span className="flex min-w-0 items-baseline gap-2">
          {memberId ? (
            <Link
              href={`/teams/${slug}/credits/members/${memberId}`}
              className="truncate font-medium hover:underline"
            >
              {name}
            </Link>
          ) : (
            <span className="truncate font-medium">{name}</span>
          )}
          {detail && <span className="truncate text-ink-3 narrow:hidden">{detail}</span>}
        </span>
        <span className="hidden text-12 text-ink-3 narrow:block">
          {creditsEach === null
            ? t('credits.usage.line', { pictures, balance })
            : t('credits.usage.lineEach', { pictures, each: creditsEach, balance })}
        </span>
      </Cell>
      <Cell numeric>{used > 0 ? <CreditAmount amount={used} /> : <span className="text-ink-3">0</span>}</Cell>
      <Cell numeric phone="hide">
        {given > 0 ? number(given) : <span className="text-ink-3">0</span>}
      </Cell>
      <Cell numeric phone="hide">
        {pictures > 0 ? number(pictures) : <span className="text-ink-3">0</span>}
      </Cell>
      <Cell numeric phone="hide">
        {creditsEach === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          t('credits.usage.eachNumber', { each: creditsEach })
        )}
      </Cell>
      <Cell numeric phone="hide">
        {balance > 0 ? number(balance) : <span className="text-ink-3">0</span>}
      </Cell>
    </Row>
  );
}

import Link from 'next/link';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { formatCredits } from '@/lib/money';
import { counted } from '@/lib/words';
import type { UsagePageView, UsageRow } from '../usage-loaders';
import { CreditsNav } from './credits-nav';
import { UsageFigures } from './usage-figures';
import { UsedChart } from './used-chart';
import { ViewLinks } from './view-links';

/** What the credits were used for: over time, by person, by department. */
export function UsageView({ view }: { view: UsagePageView }) {
  const { slug, words, ranges, figures, spend } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed']} />
      <PageHead title="Credits" />
      <CreditsNav slug={slug} at="usage" usage />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-20">Usage, {words}</h2>
        <ViewLinks label="Period" views={ranges} />
      </div>
      <UsageFigures figures={figures} label={`Credits in the ${words}`} />
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
  const { slug, by, views, rows, firstHref, nextHref, words } = view;
  const person = by === 'member';
  return (
    <Card aria-labelledby="who-title">
      <CardHead title="Who used what" id="who-title">
        <ViewLinks label="Grouped" views={views} />
      </CardHead>
      {rows.length === 0 ? (
        <EmptyState
          drawing={<EmptyLedger />}
          title={person ? 'Nobody to show yet' : 'No departments yet'}
          action={
            <ButtonLink href={`/teams/${slug}/members${person ? '?invite' : ''}`}>
              {person ? 'Invite people' : 'Set departments'}
            </ButtonLink>
          }
        >
          {person
            ? 'What each person was given and used is listed here.'
            : 'A department is a cost centre: what its people used is added up here.'}
        </EmptyState>
      ) : (
        <Table label={`Usage by ${by}, ${words}`}>
          <TableHead>
            <tr>
              <HeadCell>{person ? 'Person' : 'Department'}</HeadCell>
              <HeadCell numeric>Used</HeadCell>
              <HeadCell numeric>Given</HeadCell>
              <HeadCell numeric>Headshots</HeadCell>
              <HeadCell numeric>Credits per headshot</HeadCell>
              <HeadCell numeric>Balance</HeadCell>
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
              From the beginning
            </Link>
          ) : (
            <span />
          )}
          {nextHref && (
            <Link href={nextHref} className="link" scroll={false}>
              More
            </Link>
          )}
        </CardFoot>
      )}
    </Card>
  );
}

function UsageLine({ slug, row }: { slug: string; row: UsageRow }) {
  const { name, detail, memberId, used, given, pictures, creditsEach, balance } = row;
  return (
    <Row>
      <Cell>
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
          {detail && <span className="truncate text-ink-3 @max-[34rem]:hidden">{detail}</span>}
        </span>
        <span className="hidden text-12 text-ink-3 @max-[34rem]:block">
          {counted(pictures, 'headshot')}
          {creditsEach !== null && `, ${formatCredits(creditsEach)} each`}, {balance} left
        </span>
      </Cell>
      <Cell numeric>{used > 0 ? <CreditAmount amount={used} /> : <span className="text-ink-3">0</span>}</Cell>
      <Cell numeric phone="hide">
        {given > 0 ? given : <span className="text-ink-3">0</span>}
      </Cell>
      <Cell numeric phone="hide">
        {pictures > 0 ? pictures : <span className="text-ink-3">0</span>}
      </Cell>
      <Cell numeric phone="hide">
        {creditsEach?.toFixed(1) ?? <span className="text-ink-3">–</span>}
      </Cell>
      <Cell numeric phone="hide">
        {balance > 0 ? balance : <span className="text-ink-3">0</span>}
      </Cell>
    </Row>
  );
}

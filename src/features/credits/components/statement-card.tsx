import { Download } from 'lucide-react';
import Link from 'next/link';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { buttonClass } from '@/components/ui/button';
import { Card, CardHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { StatementView } from '../loaders';

type StatementRow = StatementView['rows'][number];

/** Reads like a bank statement: date, what, who, in, out, balance. */
export function StatementCard({ slug, statement }: { slug: string; statement: StatementView }) {
  const { rows, title, of, newestHref, olderHref } = statement;
  const [newest, oldest] = [rows[0], rows.at(-1)];
  return (
    <section id="statement" className="mt-6 scroll-mt-6 phone:mt-4">
      <Card aria-labelledby="statement-title">
        <CardHead title={title} id="statement-title">
          {newest && oldest && (
            <span className="text-ink-3 phone:hidden">
              {oldest.at.slice(0, 10) !== newest.at.slice(0, 10) && (
                <>
                  <Time value={oldest.at} style="date" /> –{' '}
                </>
              )}
              <Time value={newest.at} style="date-year" />
            </span>
          )}
          {of === 'other' && (
            <Link href={`/teams/${slug}/credits#statement`} className="link" scroll={false}>
              Pool statement
            </Link>
          )}
        </CardHead>
        {rows.length === 0 ? (
          <EmptyState drawing={<EmptyLedger />} title="No moves yet">
            Every credit that comes or goes is written here, for good.
          </EmptyState>
        ) : (
          <Table label={title}>
            <TableHead>
              <tr>
                <HeadCell className="w-36">Date</HeadCell>
                <HeadCell>What</HeadCell>
                <HeadCell>Who</HeadCell>
                <HeadCell numeric>In</HeadCell>
                <HeadCell numeric>Out</HeadCell>
                <HeadCell numeric>Balance</HeadCell>
              </tr>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <StatementLine key={row.transferId} row={row} href={linkOf(slug, of, row)} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      <Pagination
        newerHref={newestHref ? `${newestHref}#statement` : undefined}
        olderHref={olderHref ? `${olderHref}#statement` : undefined}
        newerLabel="Newest"
      />
    </section>
  );
}

/** The way to everything of this statement, as a file. */
export function StatementDownload({ href }: { href: string }) {
  return (
    <a href={href} download className={buttonClass()}>
      <Download className="size-4" aria-hidden="true" />
      Statement as CSV
    </a>
  );
}

function StatementLine({ row, href }: { row: StatementRow; href: string | null }) {
  const signed = row.in !== null ? `+${row.in}` : `−${row.out ?? 0}`;
  return (
    <Row>
      <Cell phone="hide" className="text-ink-2">
        <Time value={row.at} style="date" />{' '}
        <span className="text-ink-3">
          <Time value={row.at} style="time" />
        </span>
      </Cell>
      <Cell className="whitespace-normal">
        <span className="font-label">
          {href ? (
            <Link href={href} className="hover:underline">
              {row.what}
            </Link>
          ) : (
            row.what
          )}
        </span>
        {row.note && row.note !== row.what && <span className="ml-2 text-ink-3">{row.note}</span>}
        <span className="hidden text-12 text-ink-3 @max-[34rem]:block">
          <Time value={row.at} style="date-time" />
        </span>
      </Cell>
      <Cell phone="hide" className="text-ink-2">
        {row.who}
      </Cell>
      <Cell numeric phone="hide" className="text-good">
        {row.in}
      </Cell>
      <Cell numeric phone="hide">
        {row.out}
      </Cell>
      <Cell numeric>
        <span className="font-semibold @max-[34rem]:hidden">{row.balance}</span>
        <span className="hidden @max-[34rem]:block">
          <span className={row.in !== null ? 'font-semibold text-good' : 'font-semibold'}>{signed}</span>
          <span className="block text-12 text-ink-3">{row.balance}</span>
        </span>
      </Cell>
    </Row>
  );
}

/** A line leads to what it is about, as far as its reader may see that: a generation belongs to its member alone. */
function linkOf(slug: string, of: StatementView['of'], row: StatementRow): string | null {
  const base = `/teams/${slug}`;
  if (of === 'mine' && row.reference?.type === 'generation') return `${base}/headshots/${row.reference.id}`;
  if (of === 'pool' && row.reference?.type === 'payment') return `${base}/billing`;
  if (of !== 'mine' && row.otherMemberId) return `${base}/credits?wallet=${row.otherMemberId}#statement`;
  return null;
}

import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { StatementLine } from '../statement-loaders';

/** Reads like a bank statement: date, what, who, in, out, balance. */
export function StatementTable({ label, rows }: { label: string; rows: readonly StatementLine[] }) {
  const { t } = useTexts();
  return (
    <Table label={label}>
      <TableHead>
        <tr>
          <HeadCell className="w-40">{t('credits.statement.date')}</HeadCell>
          <HeadCell>{t('credits.statement.what')}</HeadCell>
          <HeadCell>{t('credits.statement.who')}</HeadCell>
          <HeadCell numeric>{t('credits.statement.in')}</HeadCell>
          <HeadCell numeric>{t('credits.statement.out')}</HeadCell>
          <HeadCell numeric>{t('credits.statement.balance')}</HeadCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Line key={row.transferId} row={row} />
        ))}
      </TableBody>
    </Table>
  );
}

function Line({ row }: { row: StatementLine }) {
  const { number } = useTexts();
  // The year only where it is another one.
  const date = row.at.slice(0, 4) === new Date().toISOString().slice(0, 4) ? 'date' : 'date-year';
  const signed = row.in !== null ? `+${number(row.in)}` : `−${number(row.out ?? 0)}`;
  return (
    <Row>
      <Cell phone="hide" className="text-ink-2">
        <Time value={row.at} style={date} />{' '}
        <span className="text-ink-3">
          <Time value={row.at} style="time" />
        </span>
      </Cell>
      <Cell className="wrap-anywhere whitespace-normal">
        <span className="font-label">
          {row.href ? (
            <Link href={row.href} className="hover:underline">
              {row.what}
            </Link>
          ) : (
            row.what
          )}
        </span>
        {row.note && row.note !== row.what && <span className="ml-2 text-ink-3">{row.note}</span>}
        <span className="hidden text-12 text-ink-3 narrow:block">
          <Time value={row.at} style="date-time" />, {row.who}
        </span>
      </Cell>
      <Cell phone="hide" className="text-ink-2">
        {row.who}
      </Cell>
      <Cell numeric phone="hide" className="text-good">
        {row.in !== null && number(row.in)}
      </Cell>
      <Cell numeric phone="hide">
        {row.out !== null && number(row.out)}
      </Cell>
      <Cell numeric>
        <span className="font-semibold narrow:hidden">{number(row.balance)}</span>
        <span className="hidden narrow:block">
          <span className={row.in !== null ? 'font-semibold text-good' : 'font-semibold'}>{signed}</span>
          <span className="block text-12 text-ink-3">{number(row.balance)}</span>
        </span>
      </Cell>
    </Row>
  );
}

import { Wordmark } from '@/components/brand/logo';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { PrintButton } from '@/components/ui/print-button';
import { Cell, HeadCell, Row, Table, TableBody, TableFoot, TableHead } from '@/components/ui/table';
import { groupDigits } from '@/lib/money';
import { counted } from '@/lib/words';
import type { StatementSheet } from '../statement-loaders';

/** A statement as it is printed or saved as a PDF: whose, of what time, from which balance to which. */
export function StatementSheetView({ sheet }: { sheet: StatementSheet }) {
  const { team, account, period, shown, opening, closing, totals, rows, printedOn, backHref, cut } = sheet;
  return (
    <div className="mx-auto max-w-[52rem]">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-2 print:hidden">
        <ButtonLink href={backHref}>Back</ButtonLink>
        <PrintButton variant="key" />
      </div>
      {cut && (
        <Alert tone="warn" className="mb-6 print:hidden">
          Only the newest {groupDigits(rows.length)} entries fit on this page. Choose a shorter period, or
          download the CSV, which has all of them.
        </Alert>
      )}
      <article className="rounded-card border bg-card p-10 phone:p-5 print:border-0 print:p-0">
        <header className="flex flex-wrap items-start justify-between gap-6">
          <div>
            <h1 className="font-semibold text-28">Statement of credits</h1>
            <p className="mt-1 text-ink-2">{team}</p>
          </div>
          <Wordmark className="h-5 w-auto" />
        </header>
        <dl className="mt-8 grid grid-cols-[1fr_1.6fr_1fr_1fr] gap-x-6 gap-y-4 border-y py-4 phone:grid-cols-2 print:grid-cols-[1fr_1.6fr_1fr_1fr]">
          <Fact label="Account" value={account} />
          <Fact label="Period" value={period} />
          <Fact label="Opening balance" value={opening} />
          <Fact label="Closing balance" value={closing} />
        </dl>
        {shown && (
          <p className="mt-4 text-ink-2">Shown: {shown}. The balances are those of the whole account.</p>
        )}
        {rows.length === 0 ? (
          <p className="py-10 text-ink-2">No entries in this period.</p>
        ) : (
          <div className="-mx-5 mt-4 print:[&_td]:h-8">
            <Table label="Entries">
              <TableHead>
                <tr>
                  <HeadCell className="static">Date (UTC)</HeadCell>
                  <HeadCell className="static">What</HeadCell>
                  <HeadCell className="static">Who</HeadCell>
                  <HeadCell numeric className="static">
                    In
                  </HeadCell>
                  <HeadCell numeric className="static">
                    Out
                  </HeadCell>
                  <HeadCell numeric className="static">
                    Balance
                  </HeadCell>
                </tr>
              </TableHead>
              <TableBody>
                {rows.map((row) => (
                  <Row key={row.transferId}>
                    <Cell className="text-ink-2 @max-[34rem]:col-span-2">{row.on}</Cell>
                    <Cell className="whitespace-normal">
                      {row.what}
                      {row.note && row.note !== row.what && <span className="text-ink-2"> {row.note}</span>}
                    </Cell>
                    <Cell phone="hide" className="whitespace-normal text-ink-2">
                      {row.who}
                    </Cell>
                    <Cell numeric phone="hide">
                      {row.in}
                    </Cell>
                    <Cell numeric phone="hide">
                      {row.out}
                    </Cell>
                    <Cell numeric className="font-semibold">
                      <span className="mr-3 hidden font-normal text-ink-2 @max-[34rem]:inline">
                        {row.in !== null ? `+${row.in}` : `−${row.out ?? 0}`}
                      </span>
                      {row.balance}
                    </Cell>
                  </Row>
                ))}
              </TableBody>
              <TableFoot>
                <tr>
                  <Cell colSpan={3}>{counted(rows.length, 'entry', 'entries')}</Cell>
                  <Cell numeric phone="hide">
                    {totals.in}
                  </Cell>
                  <Cell numeric phone="hide">
                    {totals.out}
                  </Cell>
                  <Cell numeric>
                    <span className="hidden @max-[34rem]:inline">
                      +{totals.in} −{totals.out}
                    </span>
                  </Cell>
                </tr>
              </TableFoot>
            </Table>
          </div>
        )}
        <footer className="mt-6 text-12 text-ink-3">
          Created on {printedOn} (UTC). Amounts are in credits.
        </footer>
      </article>
    </div>
  );
}

function Fact({ label, value }: { label: string; value: string | number }) {
  return (
    <div>
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd className="mt-0.5 wrap-anywhere font-medium tabular-nums">{value}</dd>
    </div>
  );
}

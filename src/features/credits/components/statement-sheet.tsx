import { useTexts } from '#use-texts';
import { Wordmark } from '@/components/brand/logo';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { PrintButton } from '@/components/ui/print-button';
import { Cell, HeadCell, Row, Table, TableBody, TableFoot, TableHead } from '@/components/ui/table';
import type { StatementSheet } from '../statement-loaders';

/** A statement as it is printed or saved as a PDF: whose, of what time, from which balance to which. */
export function StatementSheetView({ sheet }: { sheet: StatementSheet }) {
  const { t, number } = useTexts();
  const { team, account, period, shown, opening, closing, totals, rows, printedOn, backHref, cut } = sheet;
  return (
    <div className="mx-auto max-w-[52rem]">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-2 print:hidden">
        <ButtonLink href={backHref}>{t('credits.sheet.back')}</ButtonLink>
        <PrintButton variant="key" />
      </div>
      {cut && (
        <Alert tone="warn" className="mb-6 print:hidden">
          {t('credits.sheet.cut', { count: rows.length })}
        </Alert>
      )}
      <article className="rounded-card border bg-card p-10 phone:p-5 print:border-0 print:p-0">
        <header className="flex flex-wrap items-start justify-between gap-6 phone:flex-col-reverse">
          <div>
            <h1 className="font-semibold text-28">{t('credits.sheet.title')}</h1>
            <p className="mt-1 text-ink-2">{team}</p>
          </div>
          <Wordmark className="h-5 w-auto" />
        </header>
        <dl className="-mx-5 mt-8 grid grid-cols-[1fr_1.6fr_1fr_1fr] gap-x-6 gap-y-4 border-y px-5 py-4 phone:grid-cols-2 print:grid-cols-[1fr_1.6fr_1fr_1fr]">
          <Fact label={t('credits.sheet.account')} value={account} />
          <Fact label={t('credits.period')} value={period} />
          <Fact label={t('credits.sheet.opening')} value={number(opening)} />
          <Fact label={t('credits.sheet.closing')} value={number(closing)} />
        </dl>
        {shown && <p className="mt-4 text-ink-2">{t('credits.sheet.shown', { shown })}</p>}
        {rows.length === 0 ? (
          <p className="py-10 text-ink-2">{t('credits.sheet.none')}</p>
        ) : (
          <div className="-mx-5 mt-4 phone:[&_tr]:mx-5 phone:[&_tr]:px-0! print:[&_td]:h-8">
            <Table label={t('credits.sheet.entries')}>
              <TableHead>
                <tr>
                  <HeadCell className="static">{t('credits.statement.dateUtc')}</HeadCell>
                  <HeadCell className="static">{t('credits.statement.what')}</HeadCell>
                  <HeadCell className="static">{t('credits.statement.who')}</HeadCell>
                  <HeadCell numeric className="static">
                    {t('credits.statement.in')}
                  </HeadCell>
                  <HeadCell numeric className="static">
                    {t('credits.statement.out')}
                  </HeadCell>
                  <HeadCell numeric className="static">
                    {t('credits.statement.balance')}
                  </HeadCell>
                </tr>
              </TableHead>
              <TableBody>
                {rows.map((row) => (
                  <Row key={row.transferId}>
                    <Cell className="text-ink-2 narrow:col-span-2">{row.on}</Cell>
                    <Cell className="wrap-anywhere whitespace-normal">
                      {row.what}
                      {row.note && row.note !== row.what && <span className="text-ink-2"> {row.note}</span>}
                    </Cell>
                    <Cell phone="hide" className="whitespace-normal text-ink-2">
                      {row.who}
                    </Cell>
                    <Cell numeric phone="hide">
                      {row.in !== null && number(row.in)}
                    </Cell>
                    <Cell numeric phone="hide">
                      {row.out !== null && number(row.out)}
                    </Cell>
                    <Cell numeric className="font-semibold">
                      <span className="mr-3 hidden font-normal text-ink-2 narrow:inline">
                        {row.in !== null ? `+${number(row.in)}` : `−${number(row.out ?? 0)}`}
                      </span>
                      {number(row.balance)}
                    </Cell>
                  </Row>
                ))}
              </TableBody>
              <TableFoot>
                <tr>
                  <Cell colSpan={3}>{t('credits.sheet.count', { count: rows.length })}</Cell>
                  <Cell numeric phone="hide">
                    {number(totals.in)}
                  </Cell>
                  <Cell numeric phone="hide">
                    {number(totals.out)}
                  </Cell>
                  <Cell numeric>
                    <span className="hidden narrow:inline">
                      +{number(totals.in)} −{number(totals.out)}
                    </span>
                  </Cell>
                </tr>
              </TableFoot>
            </Table>
          </div>
        )}
        <footer className="mt-6 text-12 text-ink-3">
          {t('credits.sheet.created', { moment: printedOn })}
        </footer>
      </article>
    </div>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd className="mt-0.5 wrap-anywhere font-medium tabular-nums">{value}</dd>
    </div>
  );
}

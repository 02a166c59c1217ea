import { Scale } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PageHead } from '@/components/ui/page-head';
import { PrintButton } from '@/components/ui/print-button';
import { Time } from '@/components/ui/time';
import { Verdict } from '@/components/ui/verdict';
import { formatColumnCents, groupDigits } from '@/lib/money';
import { counted } from '@/lib/words';
import { monthName } from '../payments/month-rules';
import type { ReportView } from '../report-loaders';
import { MonthPicker } from './month-picker';

/** A month in credits and money, to be read, printed and filed. */
export function ReportPage({ view }: { view: ReportView }) {
  const { slug, team, month, running, months, previousHref, nextHref, madeAt } = view;
  return (
    <>
      <PageHead
        title={`Report, ${monthName(month)}`}
        crumbs={[{ label: 'Billing', href: `/teams/${slug}/billing` }, { label: 'Monthly report' }]}
        actions={
          <span className="flex flex-wrap items-center gap-2 print:hidden">
            <MonthPicker
              base={`/teams/${slug}/billing/report`}
              month={month}
              months={months}
              previousHref={previousHref}
              nextHref={nextHref}
            />
            <PrintButton />
          </span>
        }
      >
        {team}, {running ? 'the month so far' : 'the whole month'} in UTC. Created{' '}
        <Time value={madeAt} style="full" />.
      </PageHead>
      <div className="grid gap-6 md:grid-cols-2 phone:gap-4 print:grid-cols-2">
        <Credits view={view} />
        <Money view={view} />
      </div>
      <p className="mt-6 print:hidden">
        <ButtonLink href={`/teams/${slug}/billing#payments`}>All payments</ButtonLink>
      </p>
    </>
  );
}

function Credits({ view: { report, running } }: { view: ReportView }) {
  const { credits, reconciles } = report;
  return (
    <Card aria-labelledby="credits" className="flex flex-col">
      <CardHead id="credits" title="Credits" />
      <CardBody className="grow py-2">
        <KeyValueList>
          <KeyValue name="At the start of the month">{groupDigits(credits.opening)}</KeyValue>
          <KeyValue name="Bought">{signed(credits.sold)}</KeyValue>
          <KeyValue name="Free credits">{signed(credits.granted)}</KeyValue>
          <KeyValue name="Used for pictures">{signed(-credits.used)}</KeyValue>
          <KeyValue name="Returned for refunds">{signed(-credits.refunded)}</KeyValue>
          <KeyValue name="Taken back by banks">{signed(-credits.chargedBack)}</KeyValue>
          <KeyValue name={running ? 'Now' : 'At the end of the month'} strong>
            {groupDigits(credits.closing)}
          </KeyValue>
        </KeyValueList>
      </CardBody>
      <CardFoot>
        {reconciles ? (
          <span className="inline-flex items-center gap-1.5">
            <Scale className="size-4 text-good" aria-hidden="true" />
            Adds up and matches every balance.
          </span>
        ) : (
          <Verdict tone="bad">Does not add up. We are looking into it.</Verdict>
        )}
      </CardFoot>
    </Card>
  );
}

function Money({ view: { report, agrees } }: { view: ReportView }) {
  const { payments, paidCents, taxCents, refundedCents, disputedCents } = report.money;
  return (
    <Card aria-labelledby="money" className="flex flex-col">
      <CardHead id="money" title="Money">
        <span>US dollars, tax included</span>
      </CardHead>
      <CardBody className="grow py-2">
        <KeyValueList>
          <KeyValue name={`Paid, ${counted(payments, 'payment')}`}>{formatColumnCents(paidCents)}</KeyValue>
          <KeyValue name="Refunded">{formatColumnCents(-refundedCents)}</KeyValue>
          {/* A dispute won in a later month than it was opened in brings money back. */}
          <KeyValue name="Taken back by banks">{formatColumnCents(-disputedCents)}</KeyValue>
          <KeyValue name="Spent" strong>
            {formatColumnCents(paidCents - refundedCents - disputedCents)}
          </KeyValue>
          <KeyValue name="Tax included in what was paid">{formatColumnCents(taxCents)}</KeyValue>
        </KeyValueList>
      </CardBody>
      <CardFoot>
        Counted in the month in which the money moved.
        {agrees && ' Compared with Stripe: everything matches.'}
      </CardFoot>
    </Card>
  );
}

function signed(amount: number): string {
  if (amount === 0) return '0';
  return amount > 0 ? `+${groupDigits(amount)}` : `−${groupDigits(-amount)}`;
}

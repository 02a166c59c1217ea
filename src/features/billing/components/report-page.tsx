import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';

import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { Verdict } from '@/components/ui/verdict';
import { PrintButton } from '@/features/credits/components/print-button';
import { formatCents, groupDigits } from '@/lib/money';
import { counted } from '@/lib/words';
import { monthName } from '../payments/month-rules';
import type { ReportView } from '../report-loaders';
import { MonthPicker } from './month-picker';

/** A month in credits and money, to be read, printed and filed. */
export function ReportPage({ view }: { view: ReportView }) {
  const { slug, team, month, running, report, months, previousHref, nextHref, madeAt } = view;
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
        {team}. {running ? 'The month so far' : 'The whole month'}, UTC, made <Time value={madeAt} />.
      </PageHead>
      <div className="grid items-start gap-6 md:grid-cols-2 phone:gap-4">
        <Credits report={report} />
        <Money report={report} />
      </div>
      <p className="mt-6 print:hidden">
        <ButtonLink href={`/teams/${slug}/billing#payments`}>All payments</ButtonLink>
      </p>
    </>
  );
}

function Credits({ report: { credits, reconciles } }: { report: ReportView['report'] }) {
  return (
    <Card aria-labelledby="credits">
      <CardHead id="credits" title="Credits" />
      <CardBody className="py-2">
        <dl className="divide-y">
          <Line name="At the start of the month">{groupDigits(credits.opening)}</Line>
          <Line name="Bought">{signed(credits.sold)}</Line>
          <Line name="Free credits">{signed(credits.granted)}</Line>
          <Line name="Used for pictures">{signed(-credits.used)}</Line>
          <Line name="Returned for refunds">{signed(-credits.refunded)}</Line>
          <Line name="Taken back by banks">{signed(-credits.chargedBack)}</Line>
          <Line name="At the end of the month" strong>
            {groupDigits(credits.closing)}
          </Line>
        </dl>
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

function Money({ report: { money } }: { report: ReportView['report'] }) {
  const spent = money.paidCents - money.refundedCents - money.disputedCents;
  return (
    <Card aria-labelledby="money">
      <CardHead id="money" title="Money">
        <span>US dollars, tax included</span>
      </CardHead>
      <CardBody className="py-2">
        <dl className="divide-y">
          <Line name={`Paid, ${counted(money.payments, 'payment')}`}>{formatCents(money.paidCents)}</Line>
          <Line name="Tax included">{formatCents(money.taxCents)}</Line>
          <Line name="Refunded">{signedCents(-money.refundedCents)}</Line>
          <Line name="Taken back by banks">{signedCents(-money.disputedCents)}</Line>
          <Line name="Spent" strong>
            {spent < 0 ? signedCents(spent) : formatCents(spent)}
          </Line>
        </dl>
      </CardBody>
      <CardFoot>Counted in the month in which the money moved.</CardFoot>
    </Card>
  );
}

function Line({ name, strong = false, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <div
      className={
        strong ? 'flex justify-between gap-4 py-2.5 font-semibold' : 'flex justify-between gap-4 py-2.5'
      }
    >
      <dt className={strong ? undefined : 'text-ink-2'}>{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

function signed(amount: number): string {
  if (amount === 0) return '0';
  return amount > 0 ? `+${groupDigits(amount)}` : `−${groupDigits(-amount)}`;
}

/** A dispute won in a later month than it was opened in brings money back. */
function signedCents(cents: number): string {
  if (cents === 0) return formatCents(0);
  return cents > 0 ? `+${formatCents(cents)}` : `−${formatCents(-cents)}`;
}

import { Scale } from 'lucide-react';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PageHead } from '@/components/ui/page-head';
import { PrintButton } from '@/components/ui/print-button';
import { Time } from '@/components/ui/time';
import { Verdict } from '@/components/ui/verdict';
import type { Texts } from '@/texts/make-texts';
import { monthName } from '../payments/month-rules';
import type { ReportView } from '../report-loaders';
import { MonthPicker } from './month-picker';

/** A month in credits and money, to be read, printed and filed. */
export function ReportPage({ view }: { view: ReportView }) {
  const texts = useTexts();
  const { t, rich } = texts;
  const { slug, team, month, running, months, previousHref, nextHref, madeAt } = view;
  return (
    <>
      <PageHead
        title={t('billing.report.title', { month: monthName(month, texts) })}
        crumbs={[
          { label: t('billing.crumbs.billing'), href: `/teams/${slug}/billing` },
          { label: t('billing.crumbs.report') },
        ]}
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
        {rich(running ? 'billing.report.leadRunning' : 'billing.report.lead', {
          team,
          date: () => <Time value={madeAt} style="full" />,
        })}
      </PageHead>
      <div className="grid gap-6 md:grid-cols-2 phone:gap-4 print:grid-cols-2">
        <Credits view={view} />
        <Money view={view} />
      </div>
      <p className="mt-6 print:hidden">
        <ButtonLink href={`/teams/${slug}/billing#payments`}>{t('billing.report.allPayments')}</ButtonLink>
      </p>
    </>
  );
}

function Credits({ view: { report, running } }: { view: ReportView }) {
  const texts = useTexts();
  const { t, number } = texts;
  const { credits, reconciles } = report;
  return (
    <Card aria-labelledby="credits" className="flex flex-col">
      <CardHead id="credits" title={t('billing.report.credits')} />
      <CardBody className="grow py-2">
        <KeyValueList>
          <KeyValue name={t('billing.report.opening')}>{number(credits.opening)}</KeyValue>
          <KeyValue name={t('billing.report.sold')}>{signed(credits.sold, texts)}</KeyValue>
          <KeyValue name={t('billing.report.granted')}>{signed(credits.granted, texts)}</KeyValue>
          <KeyValue name={t('billing.report.used')}>{signed(-credits.used, texts)}</KeyValue>
          <KeyValue name={t('billing.report.returned')}>{signed(-credits.refunded, texts)}</KeyValue>
          <KeyValue name={t('billing.report.chargedBack')}>{signed(-credits.chargedBack, texts)}</KeyValue>
          <KeyValue name={t(running ? 'billing.report.now' : 'billing.report.closing')} strong>
            {number(credits.closing)}
          </KeyValue>
        </KeyValueList>
      </CardBody>
      <CardFoot>
        {reconciles ? (
          <span className="inline-flex items-center gap-1.5">
            <Scale className="size-4 text-good" aria-hidden="true" />
            {t('billing.report.addsUp')}
          </span>
        ) : (
          <Verdict tone="bad">{t('billing.report.doesNotAddUp')}</Verdict>
        )}
      </CardFoot>
    </Card>
  );
}

function Money({ view: { report, agrees } }: { view: ReportView }) {
  const { t, columnCents } = useTexts();
  const { payments, paidCents, taxCents, refundedCents, disputedCents } = report.money;
  return (
    <Card aria-labelledby="money" className="flex flex-col">
      <CardHead id="money" title={t('billing.report.money')}>
        <span>{t('billing.report.moneyUnit')}</span>
      </CardHead>
      <CardBody className="grow py-2">
        <KeyValueList>
          <KeyValue name={t('billing.report.paid', { count: payments })}>{columnCents(paidCents)}</KeyValue>
          <KeyValue name={t('billing.report.refunded')}>{columnCents(-refundedCents)}</KeyValue>
          {/* A dispute won in a later month than it was opened in brings money back. */}
          <KeyValue name={t('billing.report.chargedBack')}>{columnCents(-disputedCents)}</KeyValue>
          <KeyValue name={t('billing.report.spent')} strong>
            {columnCents(paidCents - refundedCents - disputedCents)}
          </KeyValue>
          <KeyValue name={t('billing.report.tax')}>{columnCents(taxCents)}</KeyValue>
        </KeyValueList>
      </CardBody>
      <CardFoot>{t(agrees ? 'billing.report.countedCompared' : 'billing.report.counted')}</CardFoot>
    </Card>
  );
}

function signed(amount: number, { number }: Texts): string {
  if (amount === 0) return '0';
  return amount > 0 ? `+${number(amount)}` : `−${number(-amount)}`;
}

import { useTexts } from '#use-texts';
import { BarChart } from '@/components/ui/bar-chart';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import type { SpendingView } from '../billing-view-types';

/** Money over time: what was paid less what came back, month by month. Nothing is shown before the first payment. */
export function SpendingCard({ slug, spending }: { slug: string; spending: SpendingView }) {
  const { t, cents, columnCents } = useTexts();
  const { months, thisMonthCents, paidCents, backCents, most } = spending;
  if (paidCents === 0) return null;
  const total = cents(paidCents - backCents);
  return (
    <Card aria-labelledby="spending">
      <CardHead id="spending" title={t('billing.spending.title')}>
        <ButtonLink size="sm" className="text-ink" href={`/teams/${slug}/billing/report`}>
          {t('billing.spending.report')}
        </ButtonLink>
      </CardHead>
      <CardBody className="grid items-center gap-x-12 gap-y-6 md:grid-cols-[minmax(0,1fr)_352px]">
        <KeyValueList className="border-y">
          <KeyValue name={t('billing.spending.paid')}>{columnCents(paidCents)}</KeyValue>
          <KeyValue name={t('billing.spending.back')}>{columnCents(-backCents)}</KeyValue>
          <KeyValue name={t('billing.spending.spent')} strong>
            {columnCents(paidCents - backCents)}
          </KeyValue>
          <KeyValue name={t('billing.spending.thisMonth')}>{columnCents(thisMonthCents)}</KeyValue>
        </KeyValueList>
        <BarChart
          label={
            most
              ? t('billing.spending.chartMost', { total, month: most.label, most: cents(most.cents) })
              : t('billing.spending.chart', { total })
          }
          bars={months.map(({ label, tick, cents }) => ({ label, tick, value: Math.max(0, cents) / 100 }))}
          format={(dollars) => cents(Math.round(dollars * 100))}
        />
      </CardBody>
    </Card>
  );
}

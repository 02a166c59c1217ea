import { BarChart } from '@/components/ui/bar-chart';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { formatCents, formatColumnCents } from '@/lib/money';
import type { SpendingView } from '../billing-view-types';

/** Money over time: what was paid less what came back, month by month. Nothing is shown before the first payment. */
export function SpendingCard({ slug, spending }: { slug: string; spending: SpendingView }) {
  const { months, thisMonthCents, paidCents, backCents, most } = spending;
  if (paidCents === 0) return null;
  return (
    <Card aria-labelledby="spending">
      <CardHead id="spending" title="Spending, 12 months">
        <ButtonLink size="sm" className="text-ink" href={`/teams/${slug}/billing/report`}>
          Monthly report
        </ButtonLink>
      </CardHead>
      <CardBody className="grid items-center gap-x-12 gap-y-6 md:grid-cols-[minmax(0,1fr)_352px]">
        <KeyValueList className="border-y">
          <KeyValue name="Paid">{formatColumnCents(paidCents)}</KeyValue>
          <KeyValue name="Refunded or taken back">{formatColumnCents(-backCents)}</KeyValue>
          <KeyValue name="Spent" strong>
            {formatColumnCents(paidCents - backCents)}
          </KeyValue>
          <KeyValue name="This month so far">{formatColumnCents(thisMonthCents)}</KeyValue>
        </KeyValueList>
        <BarChart
          label={`Spent each month, last 12 months: ${formatCents(paidCents - backCents)} in all${most ? `, most in ${most.label} with ${formatCents(most.cents)}` : ''}.`}
          bars={months.map(({ label, cents }) => ({ label, value: Math.max(0, cents) / 100 }))}
          format={(dollars) => formatCents(Math.round(dollars * 100))}
        />
      </CardBody>
    </Card>
  );
}

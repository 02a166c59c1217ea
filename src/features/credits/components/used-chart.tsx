import { useTexts } from '#use-texts';
import { BarChart } from '@/components/ui/bar-chart';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import type { Spend } from '../usage-loaders';
import type { SpendBar } from '../usage-rules';

/** Credits used over time. Held and released credits were never charged and are not in it. */
export function UsedChart({ spend }: { spend: Spend }) {
  const { t, number } = useTexts();
  const { range, bars, used } = spend;
  const most = bars.reduce<SpendBar | undefined>(
    (best, bar) => (bar.value > (best?.value ?? 0) ? bar : best),
    undefined,
  );
  return (
    <Card aria-labelledby="used-title">
      <CardHead title={t(`credits.used.title.${range}`)} id="used-title">
        <CreditAmount amount={used} className="text-ink" />
      </CardHead>
      <CardBody>
        <BarChart
          label={
            most
              ? t('credits.used.chartMost', { range, used, label: most.label, most: most.value })
              : t('credits.used.chart', { range, used })
          }
          bars={bars}
          format={number}
        />
        <p className="mt-3 text-12 text-ink-3">
          {used === 0 ? t('credits.used.none', { range }) : t('credits.used.charged', { used, range })}
        </p>
      </CardBody>
    </Card>
  );
}

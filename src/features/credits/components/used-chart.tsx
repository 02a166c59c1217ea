import { BarChart } from '@/components/ui/bar-chart';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { formatCredits, groupDigits } from '@/lib/money';
import type { Spend } from '../usage-loaders';
import { BAR_UNIT, type SpendBar } from '../usage-rules';

/** Credits used over time. Held and released credits were never charged and are not in it. */
export function UsedChart({ spend }: { spend: Spend }) {
  const { range, words, bars, used } = spend;
  const most = bars.reduce<SpendBar | undefined>(
    (best, bar) => (bar.value > (best?.value ?? 0) ? bar : best),
    undefined,
  );
  return (
    <Card aria-labelledby="used-title">
      <CardHead title={`Used ${BAR_UNIT[range]}`} id="used-title">
        <CreditAmount amount={used} className="text-ink" />
      </CardHead>
      <CardBody>
        <BarChart
          label={`Credits used ${BAR_UNIT[range]}, ${words}: ${used} in all${most ? `, most ${most.label} with ${most.value}` : ''}.`}
          bars={bars}
          format={groupDigits}
        />
        <p className="mt-3 text-12 text-ink-3">
          {used === 0
            ? `Nothing used in the ${words}. Only accepted pictures are charged.`
            : `${formatCredits(used)} charged in the ${words}, by days in UTC.`}
        </p>
      </CardBody>
    </Card>
  );
}

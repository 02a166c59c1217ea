import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CountingNumber } from '@/components/ui/counting-number';
import { CreditAmount } from '@/components/ui/credit-amount';
import type { UsageFigure } from '../usage-loaders';

/** A span of time in four numbers, each with what it is made of. */
export function UsageFigures({
  figures,
  label,
  square = false,
  className,
}: {
  figures: readonly UsageFigure[];
  label: string;
  /** Two by two, beside a chart. */
  square?: boolean;
  className?: string | undefined;
}) {
  return (
    <Card aria-label={label} className={cn(square && 'grid', className)}>
      <dl className={cn('grid', square ? 'grid-cols-2' : 'grid-cols-4 py-5 phone:grid-cols-2 phone:gap-y-5')}>
        {figures.map((figure) => (
          <div
            key={figure.label}
            className={cn(
              'px-6 phone:px-5',
              square
                ? 'py-5 even:border-l nth-[n+3]:border-t'
                : 'border-l first:border-l-0 phone:odd:border-l-0',
            )}
          >
            <dt className="text-ink-2">{figure.label}</dt>
            <dd className="mt-1.5">
              {figure.credits === undefined ? (
                <span className="font-medium text-20 tabular-nums">{figure.text}</span>
              ) : (
                <CreditAmount amount={figure.credits} size="large">
                  <CountingNumber value={figure.credits} />
                </CreditAmount>
              )}
              <span className="mt-0.5 block text-12 text-ink-3">{figure.note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

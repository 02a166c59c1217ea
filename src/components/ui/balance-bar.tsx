import { cn } from '@/components/ui/cn';

/** Where credits are: pool (ink), wallets (fill), promised (pale fill), used (grey), held (key). */
export type BalancePart = 'pool' | 'wallets' | 'promised' | 'used' | 'held';

const COLOURS: Record<BalancePart, string> = {
  pool: 'bg-ink',
  wallets: 'bg-fill',
  promised: 'bg-[color-mix(in_oklab,var(--fill)_42%,var(--card))]',
  used: 'bg-[color-mix(in_oklab,var(--ink)_20%,var(--card))]',
  held: 'bg-key',
};

/** Shares of a whole as one bar. Decorative: the numbers stand beside it, each with its `BalanceSwatch`. */
export function BalanceBar({ parts }: { parts: readonly { part: BalancePart; amount: number }[] }) {
  const shown = parts.filter(({ amount }) => amount > 0);
  return (
    <div aria-hidden="true" className="flex h-2 gap-0.5 overflow-hidden rounded-[4px]">
      {shown.map(({ part, amount }) => (
        <span
          key={part}
          style={{ flexGrow: amount }}
          className={cn('min-w-0.5 rounded-[2px]', COLOURS[part])}
        />
      ))}
      {shown.length === 0 && <span className="flex-1 bg-wash-2" />}
    </div>
  );
}

/** The small square that ties a name to its part of the bar. */
export function BalanceSwatch({ part }: { part: BalancePart }) {
  return <span aria-hidden="true" className={cn('mr-2 inline-block size-2 rounded-[2px]', COLOURS[part])} />;
}

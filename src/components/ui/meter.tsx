import { cn } from '@/components/ui/cn';

type MeterProps = {
  good: number;
  /** Usable, but with a warning. */
  warned?: number;
  /** Cells in all. */
  max?: number;
  /** The least that is needed; a gap follows it. */
  min?: number;
};

/** How many photos of the 6–14 are there: one cell each, a gap after the sixth. */
export function Meter({ good, warned = 0, max = 14, min = 6 }: MeterProps) {
  return (
    <div
      role="img"
      aria-label={`${good + warned} usable of ${max}: ${good} good, ${warned} with a warning`}
      className="flex gap-[3px]"
    >
      {Array.from({ length: max }, (_, cell) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity
          key={cell}
          className={cn(
            'h-1.5 flex-1 rounded-[2px]',
            cell < good ? 'bg-good' : cell < good + warned ? 'bg-warn' : 'bg-wash-2',
            cell === min - 1 && cell < max - 1 && 'mr-1.5',
          )}
        />
      ))}
    </div>
  );
}

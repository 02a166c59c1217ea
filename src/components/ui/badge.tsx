import { Plus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type BadgeTone = 'quiet' | 'key' | 'good' | 'warn' | 'bad' | 'info';

const TONES: Record<BadgeTone, string> = {
  quiet: 'bg-wash-2 text-ink-2',
  key: 'bg-key-wash text-key-ink',
  good: 'bg-good-wash text-good',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-bad-wash text-bad',
  info: 'bg-fill-wash text-fill-ink',
};

/** A small word of state ("Paid", "Owner"). The word says it; the colour only helps. */
export function Badge({ tone = 'quiet', className, ...rest }: ComponentProps<'span'> & { tone?: BadgeTone }) {
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-tag px-1.5 font-medium text-12 tracking-normal',
        TONES[tone],
        className,
      )}
      {...rest}
    />
  );
}

export type ChipProps = ComponentProps<'span'> & {
  /** Something that is still missing: a dashed outline and a plus. */
  missing?: boolean;
  icon?: ReactNode;
};

/** An outlined pill: a choice made, a wish understood, a thing still missing. */
export function Chip({ missing = false, icon, className, children, ...rest }: ChipProps) {
  return (
    <span
      className={cn(
        'inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-full border bg-card px-2.5 font-label text-12 text-ink [&_svg]:size-3.5',
        missing && 'border-edge border-dashed bg-transparent text-ink-2',
        className,
      )}
      {...rest}
    >
      {missing ? <Plus aria-hidden="true" /> : icon}
      {children}
    </span>
  );
}

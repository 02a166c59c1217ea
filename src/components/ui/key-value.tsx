import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** Names at the left, values at the right, a line between them: a price made up, the facts of a payment. */
export function KeyValueList({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={cn('divide-y', className)}>{children}</dl>;
}

/** One line of a `KeyValueList`. `strong` for the sum. */
export function KeyValue({
  name,
  children,
  strong = false,
}: {
  name: ReactNode;
  children: ReactNode;
  strong?: boolean;
}) {
  return (
    <div className="flex min-h-10 items-center justify-between gap-4 py-1.5">
      <dt className={cn('max-w-[70%] shrink-0', strong ? 'font-semibold' : 'text-ink-2')}>{name}</dt>
      <dd className={cn('min-w-0 wrap-anywhere text-right', strong && 'font-semibold')}>{children}</dd>
    </div>
  );
}

import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type EmptyStateProps = {
  /** A line drawing from `components/brand`. */
  drawing?: ReactNode;
  title: ReactNode;
  /** Why it is empty and what comes next, in one or two sentences. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  /** Soft light behind it; only when it fills the page, not inside a card. */
  light?: boolean;
  className?: string;
};

/** Nothing here yet: a drawing, a sentence, and the one next step. */
export function EmptyState({ drawing, title, children, action, light = false, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'grid justify-items-center gap-2 px-6 py-14 text-center',
        light && 'light-card rounded-card border py-20',
        className,
      )}
    >
      {drawing && <div className="mb-3 text-ink-2">{drawing}</div>}
      <h2 className="font-semibold text-16">{title}</h2>
      {children && <div className="max-w-[26rem] text-balance text-ink-2">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

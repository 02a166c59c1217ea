import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type Props = {
  title: string;
  aside?: ReactNode;
  /** On a phone one section is shown at a time; at a desk all of them are. */
  hidden: boolean;
  children: ReactNode;
};

export function PanelSection({ title, aside, hidden, children }: Props) {
  return (
    <section aria-label={title} className={cn('px-5 py-4', hidden && 'phone:hidden')}>
      <div className="mb-2.5 flex items-center justify-between gap-3">
        <h2 className="font-medium">{title}</h2>
        {aside && <span className="min-w-0 truncate text-ink-2">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

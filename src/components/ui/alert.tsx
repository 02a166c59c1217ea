import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { type Tone, toneIcon, toneText } from '@/components/ui/verdict';

const WASHES: Record<Tone, string> = {
  good: 'bg-good-wash',
  warn: 'bg-warn-wash',
  bad: 'bg-bad-wash',
  info: 'bg-fill-wash',
};

type AlertProps = {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A message inside a page or a form: what happened, that nothing was charged, what to do. `bad` is read aloud at once. */
export function Alert({ tone, title, children, action, className }: AlertProps) {
  const Icon = toneIcon[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cn(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card px-4 py-3',
        WASHES[tone],
        className,
      )}
    >
      <Icon className={cn('mt-0.5 size-4', toneText[tone])} aria-hidden="true" />
      {/* An action that would squeeze the text goes below it. */}
      <div className="min-w-0 flex-1 basis-48 wrap-anywhere">
        {title && <p className={cn('font-medium', toneText[tone])}>{title}</p>}
        {children && (
          <div className={cn('max-w-reading text-pretty', title ? 'text-ink-2' : 'text-ink')}>{children}</div>
        )}
      </div>
      {action}
    </div>
  );
}

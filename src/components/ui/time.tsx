'use client';

import { useSyncExternalStore } from 'react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';
import type { MomentStyle } from '@/texts/moments';

const never = () => () => {};
const everyMinute = (changed: () => void) => {
  const timer = setInterval(changed, 60_000);
  return () => clearInterval(timer);
};
const thisMinute = () => Math.floor(Date.now() / 60_000);

type TimeProps = {
  /** ISO 8601 or a Date. */
  value: string | Date;
  style?: MomentStyle;
  className?: string;
};

/** A moment in the reader's time zone. The server writes UTC; the browser replaces it without a mismatch. */
export function Time({ value, style = 'date-time', className }: TimeProps) {
  const texts = useTexts();
  const moment = new Date(value);
  const text = useSyncExternalStore(
    never,
    () => texts.moment(moment, style, 'local'),
    () => texts.moment(moment, style),
  );
  return (
    <time dateTime={moment.toISOString()} className={cn('whitespace-nowrap', className)}>
      {text}
    </time>
  );
}

/** How long ago, or how long still, kept up to date each minute. The exact moment is its title. */
export function RelativeTime({ value, className }: Omit<TimeProps, 'style'>) {
  const texts = useTexts();
  const moment = new Date(value);
  const minute = useSyncExternalStore(everyMinute, thisMinute, () => null);
  return (
    <time
      dateTime={moment.toISOString()}
      title={minute === null ? undefined : texts.moment(moment, 'date-time', 'local')}
      className={className}
    >
      {minute === null ? texts.moment(moment, 'date') : texts.relative(moment, new Date())}
    </time>
  );
}

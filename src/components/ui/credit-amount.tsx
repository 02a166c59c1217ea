import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Aperture } from '@/components/ui/aperture';
import { cn } from '@/components/ui/cn';

type CreditAmountProps = {
  /** A whole number of credits, or a range already written ("151–10,000", "+1"). */
  amount: number | string;
  /** Set aside, not spent: the ring around the glyph. */
  held?: boolean;
  /** `figure` for the one big balance of a page (64 px), `display` for packs (40 px). */
  size?: 'text' | 'large' | 'display' | 'figure';
  /** Instead of the plain number, such as a `CountingNumber`. */
  children?: ReactNode;
  className?: string;
};

const SIZES = {
  text: '',
  large: 'text-20 font-medium!',
  display: 'display-40',
  figure: 'figure-64',
} as const;

const GLYPHS = {
  text: 'mr-[.36em] size-[1em] align-[-.12em] opacity-[.86]',
  large: 'mr-[.36em] size-[1em] align-[-.12em] opacity-[.86]',
  display: 'mr-[.24em] size-[.6em] align-[.01em] opacity-[.86]',
  figure: 'mr-[.2em] size-[.5em] align-[.02em] opacity-[.86]',
} as const;

/** An amount of credits: the aperture always before the number, never after it. Reads "24 credits" aloud. */
export function CreditAmount({
  amount,
  held = false,
  size = 'text',
  children,
  className,
}: CreditAmountProps) {
  const { t, number } = useTexts();
  const written = typeof amount === 'number' ? number(amount) : amount;
  return (
    <span className={cn('whitespace-nowrap font-semibold tabular-nums', SIZES[size], className)}>
      <Aperture
        held={held}
        className={cn(
          'inline-block',
          held ? 'mr-[.32em] ml-[-.14em] size-[1.28em] align-[-.26em]' : GLYPHS[size],
        )}
      />
      {children ?? written}
      <span className="sr-only">
        {' '}
        {t(held ? 'ui.client.creditsHeld' : 'ui.client.credits', {
          count: typeof amount === 'number' ? amount : 2,
        })}
      </span>
    </span>
  );
}

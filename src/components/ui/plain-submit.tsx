import type { ReactNode } from 'react';
import { ApertureSpinner } from '@/components/ui/aperture';
import { type ButtonSize, type ButtonVariant, buttonClass } from '@/components/ui/button-class';

type Props = { variant?: ButtonVariant; size?: ButtonSize; className?: string; children: ReactNode };

/**
 * The button of a form that the browser sends by itself, on a page without the framework. The page's script sets `data-pending` on it with
 * the press, and the turning aperture shows.
 */
export function PlainSubmit({ variant = 'key', size, className, children }: Props) {
  return (
    <button type="submit" className={buttonClass(variant, size, `group/sent ${className ?? ''}`)}>
      <span className="inline-flex items-center gap-[inherit] group-data-[pending]/sent:opacity-0">
        {children}
      </span>
      <ApertureSpinner className="absolute hidden size-4 group-data-[pending]/sent:block" />
    </button>
  );
}

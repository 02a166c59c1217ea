import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';

/** Shared by every field that takes text; 16 px on phones, or iOS zooms into the page on focus. */
export const inputClass =
  'h-control w-full rounded-control border border-edge bg-card px-3 phone:text-16 transition-colors hover:border-ink-3 disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-bad [&[readonly]]:bg-wash';

/** A text field. Put it in a `Field`, which gives it its label, hint and error. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(inputClass, className)} {...rest} />;
}

/** How a button looks, apart from what it is made of: a plain link or a label that looks like one needs no link component of the framework. */
import { cn } from '@/components/ui/cn';

export type ButtonVariant = 'default' | 'key' | 'bare' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'big' | 'icon' | 'icon-sm';

const VARIANTS: Record<ButtonVariant, string> = {
  default: 'border-rim bg-card font-medium hover:border-edge',
  key: 'border-transparent bg-key text-on-key font-action hover:bg-key-hover',
  bare: 'border-transparent text-ink-2 font-medium hover:bg-wash-2 hover:text-ink',
  danger: 'border-rim bg-card font-medium text-bad hover:border-bad hover:bg-bad-wash',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 rounded-tag px-2.5 text-12 phone:h-9 phone:text-14 pointer-coarse:h-9',
  md: 'h-control gap-2 rounded-control px-3.5',
  big: 'h-11 gap-2 rounded-control px-5 text-16',
  icon: 'size-control rounded-control',
  'icon-sm': 'size-7 rounded-tag phone:size-9 pointer-coarse:size-9',
};

/** The classes of a button, for elements that must look like one (a label, a file drop). */
export function buttonClass(
  variant: ButtonVariant = 'default',
  size: ButtonSize = 'md',
  className?: string,
): string {
  return cn(
    'relative inline-flex shrink-0 items-center justify-center whitespace-nowrap border transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-50 data-[pending]:opacity-100',
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}

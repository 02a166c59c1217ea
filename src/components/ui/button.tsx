import Link from 'next/link';
import type { ComponentProps } from 'react';
import { ApertureSpinner } from '@/components/ui/aperture';
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

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: disables the button and shows the turning aperture without changing its width. */
  pending?: boolean;
};

/**
 * One `key` button a view: the primary action. `icon` sizes need an `aria-label`.
 * Defaults to `type="button"`; in a form use `SubmitButton`, which knows when the form is sent.
 */
export function Button({
  variant,
  size,
  pending = false,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      data-pending={pending || undefined}
      className={buttonClass(variant, size, className)}
      {...rest}
    >
      {pending ? (
        <>
          <span className="inline-flex items-center gap-[inherit] opacity-0">{children}</span>
          <ApertureSpinner className="absolute size-4" />
        </>
      ) : (
        children
      )}
    </button>
  );
}

export type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClass(variant, size, className)} {...rest} />;
}

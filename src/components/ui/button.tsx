import Link from 'next/link';
import type { ComponentProps } from 'react';
import { ApertureSpinner } from '@/components/ui/aperture';
import { type ButtonSize, type ButtonVariant, buttonClass } from '@/components/ui/button-class';

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

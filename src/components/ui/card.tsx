import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** A surface. One level only: never a card inside a card; inside use lines. Never wider than its place: long names are cut or wrap. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={cn('min-w-0 rounded-card border bg-card', className)} {...rest} />;
}

type CardHeadProps = {
  title: ReactNode;
  /** At the right: a count, a chip, a small button. */
  children?: ReactNode;
  /** For `aria-labelledby` of the card. */
  id?: string;
  className?: string;
};

/** The head line of a card: a section title and what belongs beside it, above a divider. */
export function CardHead({ title, children, id, className }: CardHeadProps) {
  return (
    <header
      className={cn(
        'flex min-h-[3.25rem] flex-wrap items-center justify-between gap-x-3 gap-y-2 border-b px-5 py-2 phone:has-[input]:py-4',
        className,
      )}
    >
      <h2 id={id} className="font-semibold text-16 leading-6 tracking-[-0.008em]">
        {title}
      </h2>
      {children && (
        // A search field gets a line of its own on a phone.
        <div className="flex flex-wrap items-center gap-2 text-ink-2 phone:has-[search]:basis-full">
          {children}
        </div>
      )}
    </header>
  );
}

/** The padded inside of a card. */
export function CardBody({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('p-5', className)} {...rest} />;
}

/** The last line of a card: a sum, a link to more. */
export function CardFoot({ className, ...rest }: ComponentProps<'footer'>) {
  return (
    <footer
      className={cn(
        'flex min-h-[3.25rem] flex-wrap items-center justify-between gap-3 border-t px-5 py-2 text-ink-2 phone:py-4',
        className,
      )}
      {...rest}
    />
  );
}

// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table whose rows are laid out as a grid
import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';

/*
 * A table reads like a bank statement: 44 px rows, lines between them, numbers at the right. Where it is `narrow` (phones,
 * cards beside others) every row becomes a block of two columns (`.stacked` in globals.css), and cells marked
 * `phone="hide"` leave. Roles are written out because browsers drop them when a row is laid out as a grid.
 */

type TableProps = ComponentProps<'table'> & {
  /** Read aloud before the table. */
  label: string;
  /** Keep the columns on a phone and scroll sideways, for tables that only make sense as a grid. */
  scroll?: boolean;
  /** Many columns and buttons at the end of each row: it needs 864 px for them, where others need 544. */
  roomy?: boolean;
};

export function Table({ label, scroll = false, roomy = false, className, ...rest }: TableProps) {
  const table = (
    <table
      role="table"
      aria-label={label}
      className={cn('w-full border-collapse whitespace-nowrap', !scroll && 'stacked', className)}
      {...rest}
    />
  );
  if (!scroll) return <div className={roomy ? '@container/roomy' : '@container'}>{table}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={label}>
      {table}
    </section>
  );
}

export function TableHead(props: ComponentProps<'thead'>) {
  return <thead role="rowgroup" {...props} />;
}

export function TableBody(props: ComponentProps<'tbody'>) {
  return <tbody role="rowgroup" {...props} />;
}

/** The sum row. */
export function TableFoot({ className, ...rest }: ComponentProps<'tfoot'>) {
  return <tfoot role="rowgroup" className={cn('border-t font-semibold', className)} {...rest} />;
}

type RowProps = ComponentProps<'tr'> & { selected?: boolean };

/** One row. Buttons inside a `RowActions` appear when the row is pointed at or focused. */
export function Row({ selected = false, className, ...rest }: RowProps) {
  return (
    <tr
      role="row"
      data-selected={selected || undefined}
      className={cn('group/row border-b last:border-b-0 data-selected:bg-wash', className)}
      {...rest}
    />
  );
}

type HeadCellProps = ComponentProps<'th'> & { numeric?: boolean };

/** A column's name; stays in view while the table scrolls. */
export function HeadCell({ numeric = false, className, ...rest }: HeadCellProps) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={cn(
        'sticky top-0 z-1 h-9 bg-card px-3 text-left font-label text-12 text-ink-3 shadow-[inset_0_-1px_var(--line)] first:pl-5 last:pr-5',
        numeric && 'text-right',
        className,
      )}
      {...rest}
    />
  );
}

type CellProps = ComponentProps<'td'> & {
  numeric?: boolean;
  /** On a phone: leaves, or takes a line of its own. */
  phone?: 'hide' | 'wide';
};

export function Cell({ numeric = false, phone, className, ...rest }: CellProps) {
  return (
    <td
      role="cell"
      data-phone={phone}
      className={cn('h-11 px-3 py-1.5 first:pl-5 last:pr-5', numeric && 'text-right', className)}
      {...rest}
    />
  );
}

/** Buttons at the end of a row: there on hover, on focus, and always on touch. */
export function RowActions({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={cn(
        'flex justify-end gap-1 opacity-0 transition-opacity group-focus-within/row:opacity-100 group-hover/row:opacity-100',
        'group-data-selected/row:opacity-100 narrow:opacity-100 pointer-coarse:opacity-100',
        className,
      )}
      {...rest}
    />
  );
}

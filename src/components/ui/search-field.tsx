import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';

type SearchFieldProps = Omit<ComponentProps<'input'>, 'type'> & { label: string };

/** A search field; in a form with `method="get"` it works without JavaScript. */
export function SearchField({ label, className, ...rest }: SearchFieldProps) {
  return (
    <span className={cn('relative block', className)}>
      <Search
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        aria-hidden="true"
      />
      <Input type="search" aria-label={label} placeholder={label} className="pl-9" {...rest} />
    </span>
  );
}

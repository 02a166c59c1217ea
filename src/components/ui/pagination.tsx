import { ChevronLeft, ChevronRight } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';

type PaginationProps = {
  /** Addresses of the neighbouring pages; a side without one is left out. */
  newerHref?: string | undefined;
  olderHref?: string | undefined;
  newerLabel?: string;
  olderLabel?: string;
};

/** Turns the pages of a list ordered by time. There are no page numbers: lists are read by cursor. */
export function Pagination({
  newerHref,
  olderHref,
  newerLabel = 'Newer',
  olderLabel = 'Older',
}: PaginationProps) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-2 pt-4">
      {newerHref ? (
        <ButtonLink href={newerHref} rel="prev">
          <ChevronLeft className="size-4" aria-hidden="true" />
          {newerLabel}
        </ButtonLink>
      ) : (
        <span />
      )}
      {olderHref && (
        <ButtonLink href={olderHref} rel="next">
          {olderLabel}
          <ChevronRight className="size-4" aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';

type PaginationProps = {
  /** Addresses of the neighbouring pages; a side without one is left out. */
  newerHref?: string | undefined;
  olderHref?: string | undefined;
  newerLabel?: string;
  olderLabel?: string;
};

/** Turns the pages of a list ordered by time. There are no page numbers: lists are read by cursor. */
export function Pagination({ newerHref, olderHref, newerLabel, olderLabel }: PaginationProps) {
  const { t } = useTexts();
  if (!newerHref && !olderHref) return null;
  return (
    <nav aria-label={t('ui.client.pages.label')} className="flex justify-between gap-2 pt-4">
      {newerHref ? (
        <ButtonLink href={newerHref} rel="prev">
          <ChevronLeft className="size-4" aria-hidden="true" />
          {newerLabel ?? t('ui.client.pages.newer')}
        </ButtonLink>
      ) : (
        <span />
      )}
      {olderHref && (
        <ButtonLink href={olderHref} rel="next">
          {olderLabel ?? t('ui.client.pages.older')}
          <ChevronRight className="size-4" aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}

import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The head, the links between the pages about credits, then what the page has. */
export function CreditsSkeleton({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('ui.client.loading')}>
      <Skeleton className="mb-6 h-9 w-32" />
      <div className="mb-6 flex h-control items-center gap-6 border-b phone:mb-4">
        <Skeleton className="h-3.5 w-16" />
        <Skeleton className="h-3.5 w-12" />
        <Skeleton className="h-3.5 w-20" />
      </div>
      {children}
    </div>
  );
}

/** The card of balances: one big number, four beside it. */
export function FiguresSkeleton({ count = 4, big = false }: { count?: number; big?: boolean }) {
  return (
    <div
      className={cn(
        'grid rounded-card border bg-card p-6 phone:grid-cols-2 phone:gap-y-5 phone:p-5',
        big ? 'h-48 grid-cols-5 phone:h-72' : 'h-29 grid-cols-4 phone:h-48',
      )}
    >
      {Array.from({ length: count }, (_, figure) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          key={figure}
          className={cn('grid content-start gap-3', big && figure === 0 && 'phone:col-span-2')}
        >
          <Skeleton className="h-3.5 w-20" />
          <Skeleton className={big && figure === 0 ? 'h-14 w-32' : 'h-6 w-16'} />
        </div>
      ))}
    </div>
  );
}

/** A card with a head line and rows. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div className="rounded-card border bg-card">
      <div className="flex h-[3.25rem] items-center border-b px-5">
        <Skeleton className="h-4 w-28" />
      </div>
      <SkeletonRows rows={rows} />
    </div>
  );
}

/** A card with a head line and a chart. */
export function ChartSkeleton() {
  return (
    <div className="self-start rounded-card border bg-card">
      <div className="flex h-[3.25rem] items-center border-b px-5">
        <Skeleton className="h-4 w-28" />
      </div>
      <div className="p-5">
        <Skeleton className="aspect-[320/148] w-full" />
        <Skeleton className="mt-3 h-3 w-40" />
      </div>
    </div>
  );
}

import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';

/** A place kept for something that is loading. Give it the final size, so that nothing moves when it arrives. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('block animate-breathe rounded-tag bg-wash-2', className)} />;
}

/** Rows of a table that is loading, 44 px each. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('ui.client.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={row} className="flex h-11 items-center gap-4 border-b px-5 last:border-b-0">
          <Skeleton className="size-7 flex-none rounded-full" />
          <Skeleton className="h-3.5 w-40" />
          <Skeleton className="ml-auto h-3.5 w-12" />
        </div>
      ))}
    </div>
  );
}

/** Pictures that are loading: the 4:5 frames with their caption line. */
export function SkeletonPictures({ count = 4 }: { count?: number }) {
  const { t } = useTexts();
  return (
    <div
      role="status"
      aria-label={t('ui.client.loading')}
      className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4"
    >
      {Array.from({ length: count }, (_, picture) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={picture}>
          <div className="light-frame aspect-4/5 animate-breathe rounded-picture" />
          <Skeleton className="mt-3 h-3.5 w-20" />
        </div>
      ))}
    </div>
  );
}

/** A whole page that is loading: title, then a card of rows. For `loading.tsx`. */
export function SkeletonPage({ rows = 6 }: { rows?: number }) {
  return (
    <div>
      <Skeleton className="mb-6 h-9 w-48" />
      <div className="rounded-card border bg-card">
        <SkeletonRows rows={rows} />
      </div>
    </div>
  );
}

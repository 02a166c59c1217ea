import { useTexts } from '#use-texts';
import { Skeleton } from '@/components/ui/skeleton';
import { ChartSkeleton, FiguresSkeleton, RowsSkeleton } from '@/features/credits/components/skeletons';

export default function LoadingMemberCredits() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('ui.client.loading')}>
      <Skeleton className="mb-2 h-4 w-40" />
      <Skeleton className="mb-2 h-9 w-56" />
      <Skeleton className="mb-6 h-4 w-48" />
      <div className="grid gap-6 phone:gap-4">
        <FiguresSkeleton count={4} big />
        <div className="grid gap-6 phone:gap-4 lg:grid-cols-[minmax(0,1fr)_352px]">
          <FiguresSkeleton />
          <ChartSkeleton />
        </div>
        <RowsSkeleton rows={6} />
      </div>
    </div>
  );
}

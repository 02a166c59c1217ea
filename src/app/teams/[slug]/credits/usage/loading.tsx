import {
  ChartSkeleton,
  CreditsSkeleton,
  FiguresSkeleton,
  RowsSkeleton,
} from '@/features/credits/components/skeletons';

export default function LoadingUsage() {
  return (
    <CreditsSkeleton>
      <div className="mb-4 h-control" />
      <FiguresSkeleton />
      <div className="mt-6 grid gap-6 phone:mt-4 phone:gap-4 lg:grid-cols-[minmax(0,1fr)_352px]">
        <RowsSkeleton rows={8} />
        <div className="max-lg:order-first">
          <ChartSkeleton />
        </div>
      </div>
    </CreditsSkeleton>
  );
}

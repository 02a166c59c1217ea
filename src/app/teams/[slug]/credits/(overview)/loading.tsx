import {
  ChartSkeleton,
  CreditsSkeleton,
  FiguresSkeleton,
  RowsSkeleton,
} from '@/features/credits/components/skeletons';

export default function LoadingCredits() {
  return (
    <CreditsSkeleton>
      <div className="grid gap-6 phone:gap-4">
        <FiguresSkeleton count={5} big />
        <RowsSkeleton rows={8} />
        <div className="grid gap-6 phone:gap-4 lg:grid-cols-[minmax(0,1fr)_352px]">
          <RowsSkeleton rows={6} />
          <ChartSkeleton />
        </div>
      </div>
    </CreditsSkeleton>
  );
}

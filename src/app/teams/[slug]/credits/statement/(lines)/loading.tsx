import { CreditsSkeleton, RowsSkeleton } from '@/features/credits/components/skeletons';

export default function LoadingStatement() {
  return (
    <CreditsSkeleton>
      <RowsSkeleton rows={12} />
    </CreditsSkeleton>
  );
}

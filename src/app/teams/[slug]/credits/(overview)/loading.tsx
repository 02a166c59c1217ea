import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function LoadingCredits() {
  return (
    <div>
      <Skeleton className="mb-6 h-9 w-32" />
      <div className="mb-6 rounded-card border bg-card p-6">
        <Skeleton className="mb-4 h-4 w-32" />
        <Skeleton className="mb-6 h-14 w-40" />
        <Skeleton className="h-2 w-full" />
      </div>
      <div className="rounded-card border bg-card">
        <SkeletonRows rows={8} />
      </div>
    </div>
  );
}

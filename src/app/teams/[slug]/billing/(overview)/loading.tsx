import { useTexts } from '#use-texts';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** The page's own shape: the plan, the spending, three cards, the payments. */
export default function LoadingBilling() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('ui.client.loading')} className="grid gap-6 phone:gap-4">
      <Skeleton className="h-9 w-32" />
      <div className="grid h-75 content-start gap-4 rounded-card border bg-card p-5 phone:h-120">
        <Skeleton className="h-5 w-16" />
        <Skeleton className="mt-6 h-10 w-28" />
        <Skeleton className="h-4 w-72 max-w-full" />
      </div>
      <div className="grid h-65 content-start gap-4 rounded-card border bg-card p-5 phone:h-112">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="mt-4 h-4 w-full" />
        <Skeleton className="h-4 w-2/3" />
      </div>
      <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-3 phone:gap-4">
        {['cards', 'details', 'low'].map((card) => (
          <div key={card} className="grid h-52 content-start gap-4 rounded-card border bg-card p-5">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="mt-4 h-4 w-full" />
            <Skeleton className="h-4 w-2/3" />
          </div>
        ))}
      </div>
      <div className="rounded-card border bg-card">
        <SkeletonRows rows={4} />
      </div>
    </div>
  );
}

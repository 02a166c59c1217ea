import { useTexts } from '#use-texts';
import { Skeleton } from '@/components/ui/skeleton';

export default function LoadingPlans() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('ui.client.loading')}>
      <Skeleton className="mb-2 h-5 w-28" />
      <Skeleton className="mb-2 h-9 w-48" />
      <Skeleton className="mb-6 h-5 w-full max-w-96" />
      <div className="grid divide-y rounded-card border bg-card md:grid-cols-3 md:divide-x md:divide-y-0">
        {['free', 'plus', 'pro'].map((tier) => (
          <div key={tier} className="grid h-122 content-start gap-4 p-6">
            <Skeleton className="h-5 w-16" />
            <Skeleton className="h-10 w-28" />
            <Skeleton className="mt-10 h-4 w-full" />
            <Skeleton className="h-4 w-full" />
            <Skeleton className="h-4 w-2/3" />
          </div>
        ))}
      </div>
    </div>
  );
}

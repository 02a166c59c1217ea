import { useTexts } from '#use-texts';
import { Skeleton } from '@/components/ui/skeleton';

export default function LoadingPacks() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('ui.client.loading')}>
      <Skeleton className="mb-2 h-5 w-36" />
      <Skeleton className="mb-2 h-9 w-48" />
      <Skeleton className="mb-6 h-5 w-full max-w-96" />
      <div className="grid divide-y rounded-card border bg-card md:grid-cols-3 md:divide-x md:divide-y-0">
        {['starter', 'professional', 'enterprise'].map((pack) => (
          <div key={pack} className="grid gap-3 p-6 md:h-62">
            <Skeleton className="h-5 w-24" />
            <Skeleton className="h-10 w-28" />
            <Skeleton className="h-5 w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}

import { useTexts } from '#use-texts';
import { Skeleton } from '@/components/ui/skeleton';

export default function LoadingReport() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('ui.client.loading')}>
      <Skeleton className="mb-2 h-5 w-40" />
      <Skeleton className="mb-2 h-9 w-72 max-w-full" />
      <Skeleton className="mb-6 h-5 w-80 max-w-full" />
      <div className="grid items-start gap-6 md:grid-cols-2 phone:gap-4">
        <div className="h-102 rounded-card border bg-card" />
        <div className="h-84 rounded-card border bg-card" />
      </div>
    </div>
  );
}

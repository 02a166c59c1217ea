import { useTexts } from '#use-texts';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('headshots.generation.loading')}>
      <Skeleton className="mb-8 h-9 w-48" />
      <div className="light-frame mx-auto aspect-4/5 w-full max-w-[33rem] animate-breathe rounded-picture" />
    </div>
  );
}

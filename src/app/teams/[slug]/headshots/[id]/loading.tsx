import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="mb-8 h-9 w-48" />
      <div className="light-frame mx-auto aspect-4/5 w-full max-w-[33rem] animate-breathe rounded-picture" />
    </div>
  );
}

import { Skeleton, SkeletonPictures } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="mb-8 h-9 w-48" />
      <SkeletonPictures count={8} />
    </>
  );
}

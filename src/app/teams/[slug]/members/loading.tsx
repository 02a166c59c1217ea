import { SkeletonPage } from '@/components/ui/skeleton';

export default function LoadingMembers() {
  return <SkeletonPage rows={8} />;
}

import { SkeletonPage } from '@/components/ui/skeleton';

export default function LoadingTeam() {
  return <SkeletonPage rows={4} />;
}

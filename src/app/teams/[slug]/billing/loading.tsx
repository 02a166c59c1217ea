import { SkeletonPage } from '@/components/ui/skeleton';

export default function LoadingPayments() {
  return <SkeletonPage rows={6} />;
}

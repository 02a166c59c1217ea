'use client';

import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function CreditsError(props: RouteErrorProps) {
  return <PartError {...props} />;
}

'use client';

import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function AccountError(props: RouteErrorProps) {
  return <PartError {...props} />;
}

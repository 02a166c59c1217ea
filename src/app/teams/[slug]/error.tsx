'use client';

import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function TeamError(props: RouteErrorProps) {
  return <PartError {...props} />;
}

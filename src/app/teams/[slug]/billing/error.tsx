'use client';

import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function BillingError(props: RouteErrorProps) {
  return (
    <PartError {...props} title="The payments did not load">
      Nothing was charged by looking. Try again in a minute.
    </PartError>
  );
}

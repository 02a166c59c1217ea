'use client';

import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function MembersError(props: RouteErrorProps) {
  return (
    <PartError {...props} title="The members did not load">
      Nobody was invited, changed or removed. Try again in a minute.
    </PartError>
  );
}

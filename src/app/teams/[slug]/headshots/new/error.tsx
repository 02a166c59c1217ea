'use client';

import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function NewHeadshotsError(props: RouteErrorProps) {
  return (
    <PartError {...props} title="This page did not load">
      Nothing was started and nothing was charged. Photos that arrived are kept. Try again in a minute.
    </PartError>
  );
}

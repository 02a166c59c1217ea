'use client';

import { PartError, type RouteErrorProps } from '@/components/shell/part-error';

export default function HeadshotsError(props: RouteErrorProps) {
  return (
    <PartError {...props} title="Your headshots did not load">
      Nothing was charged, and your pictures are where they were. Try again in a minute.
    </PartError>
  );
}

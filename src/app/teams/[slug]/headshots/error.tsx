'use client';

import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function HeadshotsError({ error, reset }: Props) {
  return (
    <ErrorState
      title="Your headshots did not load"
      reference={error.digest}
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nothing was charged, and your pictures are where they were. Try again in a minute.
    </ErrorState>
  );
}

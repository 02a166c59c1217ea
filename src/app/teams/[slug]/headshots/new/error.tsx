'use client';

import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function NewHeadshotsError({ error, reset }: Props) {
  return (
    <ErrorState
      title="This page did not load"
      reference={error.digest}
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nothing was started and nothing was charged. Photos that arrived are kept. Try again in a minute.
    </ErrorState>
  );
}

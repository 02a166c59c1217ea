'use client';

import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function BillingError({ error, reset }: Props) {
  return (
    <ErrorState
      title="The payments did not load"
      reference={error.digest}
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nothing was charged by looking. Try again in a minute.
    </ErrorState>
  );
}

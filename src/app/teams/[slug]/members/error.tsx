'use client';

import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function MembersError({ error, reset }: Props) {
  return (
    <ErrorState
      title="The members did not load"
      reference={error.digest}
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nobody was invited, changed or removed. Try again in a minute.
    </ErrorState>
  );
}

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

type PartErrorStateProps = {
  error: Error & { digest?: string };
  reset: () => void;
  title?: string;
  children?: ReactNode;
};

/** Alone in its file, so that it can be loaded when something failed: see `PartError`. */
export default function PartErrorState({ error, reset, ...words }: PartErrorStateProps) {
  return (
    <ErrorState {...words} reference={error.digest} action={<Button onClick={reset}>Try again</Button>} />
  );
}

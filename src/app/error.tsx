'use client';

import { ErrorPage } from '@/components/shell/error-page';

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function RouteError({ error, reset }: ErrorProps) {
  return <ErrorPage reference={error.digest} onRetry={reset} />;
}

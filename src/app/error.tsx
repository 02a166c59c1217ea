'use client';

import { lazy, Suspense } from 'react';

// Hardly anybody ever sees it. If it cannot be fetched either, the page around everything (`global-error.tsx`) says so.
const ErrorPage = lazy(async () => ({ default: (await import('@/components/shell/error-page')).ErrorPage }));

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function RouteError({ error, reset }: ErrorProps) {
  return (
    <Suspense fallback={null}>
      <ErrorPage reference={error.digest} onRetry={reset} />
    </Suspense>
  );
}

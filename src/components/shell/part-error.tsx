'use client';

import { lazy, type ReactNode, Suspense } from 'react';

// Every page carries the error parts of all pages it links to, and hardly anybody ever sees one. If it cannot be fetched either, the
// page around it says so.
const PartErrorState = lazy(() => import('./part-error-state'));

/** What Next gives an `error.tsx`. */
export type RouteErrorProps = { error: Error & { digest?: string }; reset: () => void };

type PartErrorProps = RouteErrorProps & { title?: string; children?: ReactNode };

/** A part of a signed-in page failed, inside the shell: what happened, that nothing was charged, and a way to try again. */
export function PartError(props: PartErrorProps) {
  return (
    <Suspense fallback={null}>
      <PartErrorState {...props} />
    </Suspense>
  );
}

'use client';

import { ErrorPage } from '@/components/shell/error-page';
import './globals.css';

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** The last net: the layout itself failed, so this brings its own page, without fonts and without a theme. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>This page did not load · headcraft</title>
        <ErrorPage reference={error.digest} onRetry={reset} />
      </body>
    </html>
  );
}

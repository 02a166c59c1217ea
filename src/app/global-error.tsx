'use client';

import './globals.css';

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** The last net: the layout itself failed, so this brings its own page, without fonts and without a theme. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="light">
        <title>This page did not load · headcraft</title>
        <main className="mx-auto max-w-form px-5 py-24">
          <h1 className="font-semibold text-28">This page did not load</h1>
          <p className="mt-2 mb-8 text-16 text-ink-2">
            Something failed on our side. Nothing was charged. Try again.
          </p>
          <button
            type="button"
            onClick={reset}
            className="h-11 rounded-control bg-key px-5 font-action text-16 text-on-key hover:bg-key-hover"
          >
            Try again
          </button>
          {error.digest && <p className="code mt-8 text-ink-3">Reference {error.digest}</p>}
        </main>
      </body>
    </html>
  );
}

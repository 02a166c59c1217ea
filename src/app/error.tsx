'use client';

import { FallenTripod } from '@/components/brand/empty-drawings';
import { AuthShell } from '@/components/shell/auth-shell';
import { Button, ButtonLink } from '@/components/ui/button';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <AuthShell>
      <FallenTripod className="mb-8 -ml-6 text-ink-2" />
      <h1 className="display-40">This page did not load</h1>
      <p className="mt-2 mb-8 text-16 text-ink-2">
        Something failed on our side. Nothing was charged and nothing was lost. Try again; if it stays like
        this, send us the reference.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="key" size="big" onClick={reset}>
          Try again
        </Button>
        <ButtonLink href="/teams" size="big">
          My teams
        </ButtonLink>
      </div>
      {error.digest && <p className="code mt-8 text-ink-3">Reference {error.digest}</p>}
    </AuthShell>
  );
}

'use client';

import { type ReactNode, useState, useTransition } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { openPortalAction } from '../plan-actions';

type Props = { team: string; flow?: 'update-card'; variant?: ButtonVariant; children: ReactNode };

/** Goes to Stripe's own pages about this team's cards and invoices, and comes back to billing. */
export function OpenPortal({ team, flow, variant, children }: Props) {
  const [pending, startTransition] = useTransition();
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<string | null>(null);

  function open() {
    setError(null);
    startTransition(async () => {
      const result = await openPortalAction(team, flow ? { flow } : {}).catch(() => null);
      if (result?.ok) {
        setLeaving(true);
        // Back by the browser's own button, the page is as it was: the button works again.
        window.addEventListener('pageshow', () => setLeaving(false), { once: true });
        window.location.assign(result.value.url);
      } else
        setError(
          result?.message ?? 'Stripe’s page did not open. Nothing was changed. Try again in a minute.',
        );
    });
  }

  return (
    <span className="inline-grid justify-items-start gap-1">
      <Button variant={variant} pending={pending || leaving} onClick={open}>
        {children}
      </Button>
      {error && (
        <span role="alert" className="max-w-64 text-12 text-bad">
          {error}
        </span>
      )}
    </span>
  );
}

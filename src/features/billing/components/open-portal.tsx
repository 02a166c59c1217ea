'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-class';
import { useLeave } from '@/components/ui/use-leave';
import { useSubmit } from '@/components/ui/use-submit';
import { openPortalAction } from '../plan-actions';

type Props = { team: string; flow?: 'update-card'; variant?: ButtonVariant; children: ReactNode };

/** Goes to Stripe's own pages about this team's cards and invoices, and comes back to billing. */
export function OpenPortal({ team, flow, variant, children }: Props) {
  const { pending, refusal, submit } = useSubmit('ui.client.lost.stripePage');
  const { leaving, leave } = useLeave();

  const open = () =>
    submit(() => openPortalAction(team, flow ? { flow } : {}), { onDone: ({ url }) => leave(url) });

  return (
    <span className="inline-grid justify-items-start gap-1">
      <Button variant={variant} pending={pending || leaving} onClick={open}>
        {children}
      </Button>
      {refusal && (
        <span role="alert" className="max-w-64 text-12 text-bad">
          {refusal.message}
        </span>
      )}
    </span>
  );
}

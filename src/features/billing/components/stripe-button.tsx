'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import { Button, type ButtonSize } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { pressStripe } from './press-stripe';

export type StripePress =
  | { action: 'refund' | 'open-dispute'; charge: string; amount?: number }
  | { action: 'close-dispute'; dispute: string; outcome: 'won' | 'lost' }
  | { action: 'move-clock'; days: number }
  | { action: 'next-renewal' }
  | { action: 'settle-bank'; session: string; arrived: boolean }
  | { action: 'invoice-arrives'; invoice: string }
  | { action: 'webhooks'; on: boolean };

/** One button of the control page: does it and shows the page as it is then. */
export function StripeButton({
  press,
  size = 'sm',
  children,
}: {
  press: StripePress;
  size?: ButtonSize;
  children: ReactNode;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const click = () =>
    startTransition(async () => {
      if (await pressStripe('stripe', press)) router.refresh();
      else toast.error('The local Stripe refused that. Load the page again.');
    });
  return (
    <Button size={size} pending={pending} onClick={click}>
      {children}
    </Button>
  );
}

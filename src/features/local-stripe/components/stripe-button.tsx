'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonSize } from '@/components/ui/button-class';
import { toast } from '@/components/ui/toast';
import type { ControlPress } from '../input';
import { pressStripe } from './press-stripe';

/** One button of the control page: does it and shows the page as it is then. */
export function StripeButton({
  press,
  size = 'sm',
  children,
}: {
  press: ControlPress;
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

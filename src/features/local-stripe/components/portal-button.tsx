'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { PortalPress } from '../input';
import { type CardAnswer, pressStripe } from './press-stripe';

type Press = Exclude<PortalPress, { action: 'add-card' }>;

/** One button of the local portal: does it and shows the page as it is then, or leads back when the visit was for that. */
export function PortalButton({
  portal,
  press,
  children,
}: {
  portal: string;
  press: Press;
  children: ReactNode;
}) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const click = () =>
    startTransition(async () => {
      const answer = await pressStripe<CardAnswer>(`portal/${portal}`, press);
      if (answer?.redirect) window.location.assign(answer.redirect);
      else if (answer?.status === 'done') router.refresh();
      else toast.error('That did not work. Load the page again.');
    });
  return (
    <Button size="sm" pending={pending} onClick={click}>
      {children}
    </Button>
  );
}

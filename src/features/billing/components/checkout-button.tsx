'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { useLeave } from '@/components/ui/use-leave';
import { useRequestKey } from '@/components/ui/use-request-key';
import { useSubmit } from '@/components/ui/use-submit';

type Answer = { ok: true; value: { url: string } } | { ok: false; message: string };

type Props = Pick<ButtonProps, 'variant' | 'disabled' | 'className'> & {
  /** Orders under the key and answers the payment page's address. */
  order: (idempotencyKey: string) => Promise<Answer>;
  /** What is ordered: another one is another order, with a key of its own. */
  what: string;
  label?: string;
  children: ReactNode;
};

/** Orders and goes to the payment page. Pressed twice it is one order: both carry the same key. */
export function CheckoutButton({ order, what, label, className, children, ...button }: Props) {
  const { keyFor, renew } = useRequestKey();
  const { pending, refusal, submit } = useSubmit('ui.client.lost.notCharged');
  // Back from the payment page it is a new order.
  const { leaving, leave } = useLeave(renew);

  const buy = () => submit(() => order(keyFor(what)), { onDone: ({ url }) => leave(url) });

  return (
    <>
      <Button
        className={cn('w-full min-w-28', className)}
        pending={pending || leaving}
        onClick={buy}
        aria-label={label}
        {...button}
      >
        {children}
      </Button>
      {refusal && (
        <p role="alert" className="mt-2 max-w-48 text-12 text-bad md:max-w-none">
          {refusal.message}
        </p>
      )}
    </>
  );
}

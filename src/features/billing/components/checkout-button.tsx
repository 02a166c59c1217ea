'use client';

import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { newRequestKey } from '@/lib/request-key';

const UNREACHED = 'We could not reach the server. Not charged. Try again in a minute.';

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
  const key = useRef({ what: '', value: '' });
  const [pending, startTransition] = useTransition();
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    // Back from the payment page, the browser may show this page as it was: it is a new order then.
    const comeBack = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      key.current.what = '';
      setLeaving(false);
    };
    window.addEventListener('pageshow', comeBack);
    return () => window.removeEventListener('pageshow', comeBack);
  }, []);

  function buy() {
    if (key.current.what !== what) key.current = { what, value: newRequestKey() };
    startTransition(async () => {
      const result = await order(key.current.value).catch(() => null);
      if (result?.ok) {
        setLeaving(true);
        setError(null);
        window.location.assign(result.value.url);
      } else setError(result?.message ?? UNREACHED);
    });
  }

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
      {error && (
        <p role="alert" className="mt-2 max-w-48 text-12 text-bad md:max-w-none">
          {error}
        </p>
      )}
    </>
  );
}

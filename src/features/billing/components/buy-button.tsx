'use client';

import { useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { formatCents } from '@/lib/money';
import { newRequestKey } from '@/lib/request-key';
import { buyPackAction } from '../actions';
import type { Pack } from '../price-list';

const UNREACHED = 'The server does not answer. Not charged. Try again in a minute.';

/** Orders the pack and goes to the payment page. Pressed twice it is one order: both carry the same key. */
export function BuyButton({ team, pack }: { team: string; pack: Pack }) {
  const key = useRef('');
  const [pending, startTransition] = useTransition();
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    // Back from the payment page, the browser may show this page as it was: it is a new order then.
    const comeBack = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      key.current = '';
      setLeaving(false);
    };
    window.addEventListener('pageshow', comeBack);
    return () => window.removeEventListener('pageshow', comeBack);
  }, []);

  function buy() {
    key.current ||= newRequestKey();
    startTransition(async () => {
      const result = await buyPackAction(team, { pack: pack.id, idempotencyKey: key.current }).catch(
        () => null,
      );
      if (result?.ok) {
        setLeaving(true);
        window.location.assign(result.value.url);
      } else setError(result?.message ?? UNREACHED);
    });
  }

  return (
    <div className="md:mt-6">
      <Button
        className="w-full min-w-28"
        pending={pending || leaving}
        onClick={buy}
        aria-label={`Buy ${pack.credits} credits for ${formatCents(pack.amountCents)}`}
      >
        Buy {pack.credits}
      </Button>
      {error && (
        <p role="alert" className="mt-2 max-w-48 text-12 text-bad md:max-w-none">
          {error}
        </p>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Mark } from '@/components/brand/logo';
import { Badge } from '@/components/ui/badge';

type CheckoutShellProps = {
  /** What is bought and for how much: the left half, above on a phone. */
  summary: ReactNode;
  /** Where payment goes back to when it is broken off. */
  back: ReactNode;
  children: ReactNode;
};

/** The local stand-in for a hosted checkout: what is bought at the left, how to pay at the right. */
export function CheckoutShell({ summary, back, children }: CheckoutShellProps) {
  return (
    <main id="main" className="grid min-h-dvh content-start md:grid-cols-2 md:content-stretch">
      <section aria-label="Your order" className="bg-wash px-5 py-8 md:px-12 md:py-16">
        <div className="mx-auto w-full max-w-form md:mr-0">
          <div className="mb-8 flex items-center gap-3">
            <Mark />
            <span className="font-semibold">Checkout</span>
            <Badge tone="warn">Test mode, no money moves</Badge>
          </div>
          {summary}
          <div className="mt-8">{back}</div>
        </div>
      </section>
      <section aria-label="Payment" className="px-5 py-8 md:px-12 md:py-16">
        <div className="mx-auto w-full max-w-form md:ml-0">{children}</div>
      </section>
    </main>
  );
}

import type { ReactNode } from 'react';
import { Wordmark } from '@/components/brand/logo';
import { Badge } from '@/components/ui/badge';

/** A page of the local Stripe that stands for a paper: a receipt, an invoice, the portal. */
export function TestDocument({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="mx-auto w-full max-w-form px-5 py-16">
      <div className="mb-8 flex flex-wrap items-center justify-between gap-3">
        <Wordmark className="h-5 w-auto" />
        <Badge tone="warn">Test mode, no money moves</Badge>
      </div>
      {children}
    </main>
  );
}

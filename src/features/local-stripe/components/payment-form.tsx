'use client';

import type { FormEvent, ReactNode } from 'react';
import { useScriptHere } from '@/components/ui/use-script-here';

type Props = { onSubmit: (event: FormEvent) => void; className?: string; children: ReactNode };

/** A form for cards. Until the page's script is here nothing can be typed: sent by the browser, a card's number would stand in the address. */
export function PaymentForm({ onSubmit, className, children }: Props) {
  return (
    <form onSubmit={onSubmit} noValidate className={className}>
      <fieldset disabled={!useScriptHere()} className="grid gap-5">
        {children}
      </fieldset>
    </form>
  );
}

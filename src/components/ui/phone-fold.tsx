'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

type PhoneFoldProps = {
  /** On the button that opens it: "Filters". */
  label: string;
  /** Begins open: something in it is set. */
  open?: boolean;
  /** Around the button; as it is, the button is a line of a card. */
  className?: string;
  children: ReactNode;
};

/** Behind a button on a phone, where it would push the content off the screen; always there from 640 px. */
export function PhoneFold({ label, open: startOpen = false, className, children }: PhoneFoldProps) {
  const [open, setOpen] = useState(startOpen);
  return (
    <>
      <div className={cn('sm:hidden', className ?? 'border-b px-5 py-3')}>
        <Button className="w-full" aria-expanded={open} onClick={() => setOpen(!open)}>
          {label}
          <ChevronDown className={cn('size-4', open && 'rotate-180')} aria-hidden="true" />
        </Button>
      </div>
      <div className={open ? undefined : 'phone:hidden'}>{children}</div>
    </>
  );
}

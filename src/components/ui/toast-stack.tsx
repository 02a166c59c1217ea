'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Sonner, toast as sonner } from 'sonner';
import { openStack } from './toast';

/** Draws the toasts. */
export default function ToastStack() {
  // Effects of a child run first: Sonner listens before anything is handed to it.
  useEffect(() => openStack(({ kind, text }) => sonner[kind](text)), []);
  return (
    <Sonner
      position="bottom-right"
      offset={24}
      mobileOffset={{ bottom: 80 }}
      icons={{
        success: <CircleCheck className="size-4 text-good" aria-hidden="true" />,
        error: <CircleX className="size-4 text-bad" aria-hidden="true" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-start gap-2.5 rounded-card border bg-card px-4 py-3 font-sans text-14 text-ink shadow-float',
          title: 'font-medium',
          icon: 'mt-0.5',
        },
      }}
    />
  );
}

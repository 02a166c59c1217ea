'use client';

import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';
import { ApertureSpinner } from '@/components/ui/aperture';

/** Use as `toast.success('24 credits given to Luca.')`; for news, never for errors of a form. */
export { toast } from 'sonner';

/** The place where toasts appear; already part of the app shell. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      offset={24}
      mobileOffset={{ bottom: 80 }}
      icons={{
        success: <CircleCheck className="size-4 text-good" aria-hidden="true" />,
        error: <CircleX className="size-4 text-bad" aria-hidden="true" />,
        warning: <TriangleAlert className="size-4 text-warn" aria-hidden="true" />,
        info: <Info className="size-4 text-fill-ink" aria-hidden="true" />,
        loading: <ApertureSpinner />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-start gap-2.5 rounded-card border bg-card px-4 py-3 font-sans text-14 text-ink shadow-float',
          title: 'font-medium',
          description: 'text-ink-2',
          icon: 'mt-0.5',
          actionButton: 'ml-auto font-medium text-fill-ink',
          cancelButton: 'ml-auto text-ink-2',
        },
      }}
    />
  );
}

'use client';

import { X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

/** Shared with the alert dialog: a sheet at the bottom of a phone, a panel in the middle of a desktop. */
export const overlayClass = 'fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade';
export const panelClass = cn(
  'fixed z-50 grid max-h-[calc(100dvh-3rem)] gap-4 overflow-y-auto border bg-card p-6 shadow-float outline-none data-[state=open]:animate-rise',
  'phone:inset-x-0 phone:bottom-0 phone:rounded-t-picture phone:border-x-0 phone:border-b-0 phone:px-5 phone:pb-[max(1.25rem,env(safe-area-inset-bottom))]',
  'sm:top-1/2 sm:left-1/2 sm:w-[calc(100%-3rem)] sm:max-w-form sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card',
);
export const panelTitleClass = 'pr-8 font-semibold text-20';
export const panelActionsClass =
  'mt-2 flex flex-wrap justify-end gap-2 phone:flex-col-reverse phone:*:w-full';

type DialogProps = {
  /** The element that opens it (a `Button`). Leave out when `open` is controlled. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** `reading` for pictures and tables. */
  size?: 'form' | 'reading';
  children: ReactNode;
};

/** A panel over the page for one small task. Escape and the cross close it; focus returns to what opened it. */
export function Dialog({
  trigger,
  title,
  description,
  open,
  onOpenChange,
  size = 'form',
  children,
}: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClass} />
        <Primitive.Content
          className={cn(panelClass, size === 'reading' && 'sm:max-w-reading')}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="grid gap-1">
            <Primitive.Title className={panelTitleClass}>{title}</Primitive.Title>
            {description && (
              <Primitive.Description className="text-ink-2">{description}</Primitive.Description>
            )}
          </div>
          {children}
          <Primitive.Close
            aria-label="Close"
            className={buttonClass('bare', 'icon', 'absolute top-4 right-4 phone:top-3 phone:right-2')}
          >
            <X className="size-4" aria-hidden="true" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The buttons at the end of a dialog: the primary one last (first on a phone). */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={panelActionsClass}>{children}</div>;
}

/** Closes the dialog it is in; wraps a `Button`. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}

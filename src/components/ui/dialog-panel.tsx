'use client';

import { X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { buttonClass } from '@/components/ui/button-class';
import { cn } from '@/components/ui/cn';
import { overlayClass, panelClass, panelTitleClass } from '@/components/ui/panel-class';
import type { DialogProps } from './dialog';

/** A dialog from its first opening on. */
export function DialogPanel({
  trigger,
  title,
  description,
  open,
  onOpenChange,
  size = 'form',
  children,
}: DialogProps) {
  const { t } = useTexts();
  return (
    <Primitive.Root defaultOpen open={open} onOpenChange={onOpenChange}>
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
            aria-label={t('ui.client.close')}
            className={buttonClass('bare', 'icon', 'absolute top-4 right-4 phone:top-3 phone:right-2')}
          >
            <X className="size-4" aria-hidden="true" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function DialogClose({ children }: { children: ReactNode }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}

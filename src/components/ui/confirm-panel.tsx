'use client';

import * as Primitive from 'radix-ui/alert-dialog';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { overlayClass, panelActionsClass, panelClass, panelTitleClass } from '@/components/ui/panel-class';
import { useSubmit } from '@/components/ui/use-submit';
import type { ConfirmDialogProps } from './alert-dialog';

/** A confirmation from its first opening on. */
export function ConfirmPanel({
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel,
  tone = 'danger',
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(true);
  const { pending, busy, refusal, clear, submit } = useSubmit('ui.client.lost.check');

  const change = (next: boolean) => {
    if (busy()) return;
    clear();
    setOpen(next);
  };
  const confirm = () =>
    submit(
      async () => {
        const error = (await onConfirm())?.error;
        return error ? { ok: false, message: error } : { ok: true, value: undefined };
      },
      { onDone: () => setOpen(false) },
    );

  return (
    <Primitive.Root open={open} onOpenChange={change}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClass} />
        <Primitive.Content className={panelClass}>
          <div className="grid gap-2">
            <Primitive.Title className={panelTitleClass}>{title}</Primitive.Title>
            <Primitive.Description className="text-ink-2">{description}</Primitive.Description>
          </div>
          {children}
          {refusal && <Alert tone="bad">{refusal.message}</Alert>}
          <div className={panelActionsClass}>
            <Primitive.Cancel asChild>
              <Button disabled={pending}>{cancelLabel ?? t('ui.client.cancel')}</Button>
            </Primitive.Cancel>
            <Button variant={tone} pending={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

'use client';

import * as Primitive from 'radix-ui/alert-dialog';
import { type ReactNode, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { overlayClass, panelActionsClass, panelClass, panelTitleClass } from '@/components/ui/dialog';
import { useSubmit } from '@/components/ui/use-submit';

/** What a confirmed action answers: nothing when it worked, or one sentence to show. */
export type ConfirmResult = { error?: string } | undefined;

type ConfirmDialogProps = {
  /** The button that asks. */
  trigger: ReactNode;
  /** A question that names the thing: "Delete 3 pictures?" */
  title: ReactNode;
  /** What will happen, with numbers, and what cannot be undone. */
  description: ReactNode;
  /** The verb and the number: "Delete 3 pictures", "Give 69 credits to 5 people". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'key' | 'danger';
  /** Runs once. The dialog stays, locked, until it answers; an `error` keeps it open. */
  onConfirm: () => Promise<ConfirmResult>;
  children?: ReactNode;
};

const LOST = 'The connection was lost. Check whether it worked before you try again.';

/** Asks before something is destroyed or spent. A second press while the first is under way does nothing. */
export function ConfirmDialog({
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel = 'Cancel',
  tone = 'danger',
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const [open, setOpen] = useState(false);
  const { pending, busy, refusal, clear, submit } = useSubmit(LOST);

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
              <Button disabled={pending}>{cancelLabel}</Button>
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

'use client';

import * as Primitive from 'radix-ui/alert-dialog';
import { type ReactNode, useRef, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { overlayClass, panelActionsClass, panelClass, panelTitleClass } from '@/components/ui/dialog';

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
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();
  // State arrives a render late; two presses in one frame need a lock that is set at once.
  const running = useRef(false);

  const change = (next: boolean) => {
    if (running.current) return;
    setError(undefined);
    setOpen(next);
  };
  const confirm = () => {
    if (running.current) return;
    running.current = true;
    startTransition(async () => {
      try {
        const result = await onConfirm();
        setError(result?.error);
        if (!result?.error) setOpen(false);
      } catch (thrown) {
        // Redirects of Next travel as exceptions and must pass.
        if (thrown instanceof Error && 'digest' in thrown) throw thrown;
        setError('That did not work. Nothing was changed. Try again in a moment.');
      } finally {
        running.current = false;
      }
    });
  };

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
          {error && <Alert tone="bad">{error}</Alert>}
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

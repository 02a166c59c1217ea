'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { PanelTrigger, type Trigger } from '@/components/ui/panel-trigger';

const load = () => import('./confirm-panel');
const ConfirmPanel = lazy(async () => ({ default: (await load()).ConfirmPanel }));

/** What a confirmed action answers: nothing when it worked, or one sentence to show. */
export type ConfirmResult = { error?: string } | undefined;

export type ConfirmDialogProps = {
  /** The button that asks. */
  trigger: Trigger;
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
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [opened, setOpened] = useState(false);
  const button = (
    <PanelTrigger trigger={props.trigger} kind="dialog" load={load} onOpen={() => setOpened(true)} />
  );
  if (!opened) return button;
  return (
    <Suspense fallback={button}>
      <ConfirmPanel {...props} />
    </Suspense>
  );
}

'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { panelActionsClass } from '@/components/ui/panel-class';
import { PanelTrigger, type Trigger } from '@/components/ui/panel-trigger';

const load = () => import('./dialog-panel');
const DialogPanel = lazy(async () => ({ default: (await load()).DialogPanel }));

/** Closes the dialog it is in; wraps a `Button`. */
export const DialogClose = lazy(async () => ({ default: (await load()).DialogClose }));

export type DialogProps = {
  /** The element that opens it (a `Button`). Leave out when `open` is controlled. */
  trigger?: Trigger;
  title: ReactNode;
  description?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** `reading` for pictures and tables. */
  size?: 'form' | 'reading';
  children: ReactNode;
};

/** A panel over the page for one small task. Escape and the cross close it; focus returns to what opened it. */
export function Dialog(props: DialogProps) {
  const { trigger, open, onOpenChange } = props;
  const [opened, setOpened] = useState(false);
  if (open && !opened) setOpened(true);
  const button = trigger ? (
    <PanelTrigger
      trigger={trigger}
      kind="dialog"
      load={load}
      onOpen={() => {
        setOpened(true);
        onOpenChange?.(true);
      }}
    />
  ) : null;
  if (!opened) return button;
  return (
    <Suspense fallback={button}>
      <DialogPanel {...props} />
    </Suspense>
  );
}

/** The buttons at the end of a dialog: the primary one last (first on a phone). */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={panelActionsClass}>{children}</div>;
}

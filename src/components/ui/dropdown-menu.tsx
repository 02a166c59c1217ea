'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { PanelTrigger, type Trigger } from '@/components/ui/panel-trigger';

const load = () => import('./menu-panel');
const MenuPanel = lazy(async () => ({ default: (await load()).MenuPanel }));

/** One line of a menu. `asChild` with a `Link` inside for places. */
export const MenuItem = lazy(async () => ({ default: (await load()).MenuItem }));
export const MenuLabel = lazy(async () => ({ default: (await load()).MenuLabel }));
export const MenuSeparator = lazy(async () => ({ default: (await load()).MenuSeparator }));

export type DropdownMenuProps = {
  /** The button that opens it, with an `aria-label` when it is an icon. */
  trigger: Trigger;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  className?: string;
};

/** A menu of actions or places behind one button. */
export function DropdownMenu(props: DropdownMenuProps) {
  const [opened, setOpened] = useState(false);
  const button = (
    <PanelTrigger trigger={props.trigger} kind="menu" load={load} onOpen={() => setOpened(true)} />
  );
  if (!opened) return button;
  return (
    <Suspense fallback={button}>
      <MenuPanel {...props} />
    </Suspense>
  );
}

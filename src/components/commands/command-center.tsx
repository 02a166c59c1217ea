'use client';

import { lazy, Suspense } from 'react';
import { showPanel, useOpenPanel } from './command-store';
import type { CommandGroup, FindCommands } from './command-types';
import { useShortcuts } from './use-shortcuts';

// Neither is in a page's first script: most visits open none of them.
const CommandPalette = lazy(() => import('./command-palette'));
const KeyboardHelp = lazy(() => import('./keyboard-help'));

type CommandCenterProps = { groups: readonly CommandGroup[]; find?: FindCommands | undefined };

/** Listens to the keys of every signed-in page, and shows the palette and the keyboard help when they are asked for. */
export function CommandCenter({ groups, find }: CommandCenterProps) {
  useShortcuts(groups.flatMap(({ commands }) => commands));
  const panel = useOpenPanel();
  if (panel === null) return null;
  return (
    <Suspense fallback={null}>
      {panel === 'palette' && <CommandPalette groups={groups} find={find} onClose={() => showPanel(null)} />}
      {panel === 'help' && <KeyboardHelp groups={groups} onClose={() => showPanel(null)} />}
    </Suspense>
  );
}

'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useTexts } from '#use-texts';
import { toast } from '@/components/ui/toast';
import { type OpenPanel, showPanel, useOpenPanel } from './command-store';
import type { CommandGroup, FindCommands } from './command-types';
import { useShortcuts } from './use-shortcuts';

// Neither is in a page's first script: most visits open none of them.
const PARTS = { palette: () => import('./command-palette'), help: () => import('./keyboard-help') };
const CommandPalette = lazy(PARTS.palette);
const KeyboardHelp = lazy(PARTS.help);

type CommandCenterProps = { groups: readonly CommandGroup[]; find?: FindCommands | undefined };

/** Listens to the keys of every signed-in page, and shows the palette and the keyboard help when they are asked for. */
export function CommandCenter({ groups, find }: CommandCenterProps) {
  useShortcuts(groups.flatMap(({ commands }) => commands));
  const { t } = useTexts();
  const panel = useOpenPanel();
  const [fetched, setFetched] = useState<OpenPanel>(null);
  useEffect(() => {
    if (panel === null) return;
    PARTS[panel]().then(
      () => setFetched(panel),
      () => {
        showPanel(null);
        toast.error(t('ui.client.lost.part'));
      },
    );
  }, [panel, t]);
  if (panel === null || fetched !== panel) return null;
  return (
    <Suspense fallback={null}>
      {panel === 'palette' && <CommandPalette groups={groups} find={find} onClose={() => showPanel(null)} />}
      {panel === 'help' && <KeyboardHelp groups={groups} onClose={() => showPanel(null)} />}
    </Suspense>
  );
}

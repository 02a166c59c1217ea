/** What is open: the palette and the buttons that open it lie far apart on the page. */
import { useSyncExternalStore } from 'react';

export type OpenPanel = 'palette' | 'help' | null;

let panel: OpenPanel = null;
const listeners = new Set<() => void>();

export function showPanel(next: OpenPanel): void {
  panel = next;
  for (const listener of listeners) listener();
}

export function useOpenPanel(): OpenPanel {
  return useSyncExternalStore(
    subscribe,
    () => panel,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

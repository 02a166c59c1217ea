/**
 * What the browser knows about keys: which one is the command key, and whether the person wants keys without it. Whoever speaks to
 * their computer, or hits keys by accident, must be able to switch those off (WCAG 2.1.4). Kept in this browser.
 */
import { useSyncExternalStore } from 'react';

const STORED = 'headcraft-single-keys';
const CHANGED = 'headcraft:single-keys';

/** True unless switched off. A browser that stores nothing has them on. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off');
  } catch {
    // Nothing can be kept here; the keys stay on.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(listen, singleKeysOn, () => true);
}

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** "⌘" on a Mac, "Ctrl" elsewhere; the server says "Ctrl". */
export function useCommandKey(): string {
  return useSyncExternalStore(
    listen,
    () => (isMac() ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  );
}

function listen(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

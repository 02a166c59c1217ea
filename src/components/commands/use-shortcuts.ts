'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { showPanel } from './command-store';
import type { Command } from './command-types';
import { isMac, singleKeysOn } from './key-choice';
import { meaningOf, type Stroke, type Waiting } from './shortcut-rules';

/** Listens to the whole page's keys. */
export function useShortcuts(commands: readonly Command[]): void {
  const router = useRouter();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    let waiting: Waiting = null;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const now = event.timeStamp;
      const meaning = meaningOf(strokeOf(event), latest.current, waiting, { single: singleKeysOn(), now });
      waiting = meaning.does === 'wait' ? { first: meaning.first, at: now } : null;
      if (meaning.does === 'nothing' || meaning.does === 'wait') return;
      if (meaning.does !== 'go' && panelElsewhere(event.target)) return;
      event.preventDefault();
      if (meaning.does === 'go') router.push(meaning.href);
      else showPanel(meaning.does);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [router]);
}

function strokeOf(event: KeyboardEvent): Stroke {
  const { key, metaKey, ctrlKey, altKey } = event;
  const command = isMac() ? metaKey : ctrlKey;
  // On many keyboards "/" and "?" are reached with Shift, and AltGr counts as Ctrl and Alt: only a lone modifier is ours.
  const other = altKey || (isMac() ? ctrlKey : metaKey) || (command && event.shiftKey);
  return { key, command, other, taken: isTaken(event.target) };
}

const WRITING =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const PANELS = '[role="dialog"], [role="alertdialog"]';

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${WRITING}, ${PANELS}, [role="menu"]`) !== null;
}

/** A dialog is open: another one on top of it would be one too many. */
function panelElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(PANELS) !== null;
}

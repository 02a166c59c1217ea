'use client';

import { type Dispatch, type SetStateAction, useEffect } from 'react';
import { type EditSteps, redoEdit, undoEdit } from '../../edit-rules';

/** Ctrl or Cmd with Z goes a step back, with Shift and Z or with Y a step forward, wherever the focus is. */
export function useUndoKeys(setSteps: Dispatch<SetStateAction<EditSteps>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const forward = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !forward) return;
      event.preventDefault();
      setSteps(forward ? redoEdit : undoEdit);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [setSteps]);
}

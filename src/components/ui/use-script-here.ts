'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and until the page's script is here, then true: for what does nothing without it. */
export function useScriptHere(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

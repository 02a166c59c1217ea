import type { ReactNode } from 'react';

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="code inline-grid h-5 min-w-5 place-items-center rounded-tag border bg-card px-1 text-12 text-ink-2">
      {children}
    </kbd>
  );
}

import type { ReactNode } from 'react';

/** On a phone, the primary action stays at the bottom edge, in place of the tabs; from 640 px it is not there. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="action-bar sticky bottom-0 z-20 -mx-5 border-t bg-paper px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] sm:hidden">
      {children}
    </div>
  );
}

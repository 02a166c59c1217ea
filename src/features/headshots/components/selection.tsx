'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** Pictures that are chosen in the gallery, by id. */
type Selection = {
  chosen: ReadonlySet<string>;
  toggle: (ids: readonly string[], on: boolean) => void;
  clear: () => void;
};

const SelectionContext = createContext<Selection>({ chosen: new Set(), toggle: () => {}, clear: () => {} });

/** At most so many at once: what one request may name. */
export const MOST_CHOSEN = 100;

/** `shown`: the ids on the page. What has left it (deleted, another filter) is no longer chosen. */
export function SelectionProvider({ shown, children }: { shown: readonly string[]; children: ReactNode }) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const value = useMemo<Selection>(() => {
    const chosen = new Set(ids.filter((id) => shown.includes(id)));
    return {
      chosen,
      toggle: (changed, on) =>
        setIds(
          on
            ? [...new Set([...chosen, ...changed])].slice(0, MOST_CHOSEN)
            : ids.filter((id) => !changed.includes(id)),
        ),
      clear: () => setIds([]),
    };
  }, [ids, shown]);
  return <SelectionContext value={value}>{children}</SelectionContext>;
}

export const useSelection = () => useContext(SelectionContext);

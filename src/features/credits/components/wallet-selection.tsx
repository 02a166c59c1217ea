'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTexts } from '#use-texts';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectionBar } from './selection-bar';

export type Selectable = { memberId: string; name: string; free: number };

type Selection = {
  chosen: ReadonlyMap<string, Selectable>;
  toggle: (person: Selectable) => void;
};

const SelectionContext = createContext<Selection | null>(null);

type Props = {
  team: string;
  pool: number;
  /** The rows of the page in view; people chosen on other pages stay chosen. */
  people: readonly Selectable[];
  children: ReactNode;
};

/** Lets rows be chosen, and shows at the bottom what can be done with them together. */
export function WalletSelection({ team, pool, people, children }: Props) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Selectable>>(new Map());
  // Balances move while somebody chooses: the rows in view know the present ones.
  const current = useMemo(() => {
    const now = new Map(people.map((person) => [person.memberId, person]));
    return new Map([...chosen].map(([id, person]) => [id, now.get(id) ?? person]));
  }, [chosen, people]);
  const selection = useMemo<Selection>(
    () => ({
      chosen: current,
      toggle: (person) =>
        setChosen((before) => {
          const next = new Map(before);
          if (!next.delete(person.memberId)) next.set(person.memberId, person);
          return next;
        }),
    }),
    [current],
  );
  return (
    <SelectionContext value={selection}>
      {children}
      {current.size > 0 && (
        <SelectionBar
          team={team}
          pool={pool}
          chosen={[...current.values()]}
          onAll={
            people.some(({ memberId }) => !current.has(memberId))
              ? () => setChosen(new Map([...current, ...people.map((one) => [one.memberId, one] as const)]))
              : undefined
          }
          onDone={() => setChosen(new Map())}
        />
      )}
    </SelectionContext>
  );
}

/** The checkbox of one row. */
export function SelectPerson({ person }: { person: Selectable }) {
  const { t } = useTexts();
  const selection = useContext(SelectionContext);
  if (!selection) return null;
  return (
    <Checkbox
      label={t('credits.client.chosen.one', { name: person.name })}
      hideLabel
      checked={selection.chosen.has(person.memberId)}
      onChange={() => selection.toggle(person)}
    />
  );
}

/** Whether this row is chosen. */
export function useChosen(memberId: string): boolean {
  return useContext(SelectionContext)?.chosen.has(memberId) ?? false;
}

'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import type { PhotoSetEntry } from '../photo-types';
import { SetRow } from './set-row';
import { changeSet, listSets, messageOf, removeSet } from './uploads-api';

type SetShelfProps = {
  team: string;
  sets: readonly PhotoSetEntry[];
  onSets: (sets: PhotoSetEntry[]) => void;
  /** Another set takes the photos now, or one is gone. */
  onChanged: () => Promise<void>;
};

/** The member's sets: which one is used, earlier ones to use again, their names, and the way to a new one. */
export function SetShelf({ team, sets, onSets, onChanged }: SetShelfProps) {
  const [error, setError] = useState<string | null>(null);
  const texts = useTexts();

  const change = async (id: string, what: { name?: string; current?: boolean }) => {
    setError(null);
    try {
      onSets(await changeSet(team, id, what));
      if (what.current !== undefined) await onChanged();
    } catch (thrown) {
      setError(messageOf(thrown, texts));
    }
  };
  const remove = async (id: string) => {
    try {
      await removeSet(team, id);
      onSets(await listSets(team));
      await onChanged();
      return undefined;
    } catch (thrown) {
      return { error: messageOf(thrown, texts) };
    }
  };
  return (
    <details className="group mt-4 rounded-card border bg-card">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-card px-4 py-3 font-medium hover:bg-wash">
        <ChevronRight
          className="size-4 text-ink-2 transition-transform group-open:rotate-90"
          aria-hidden="true"
        />
        {texts.t('uploads.client.sets.title')}
        <span className="font-normal text-ink-2">{sets.length}</span>
      </summary>
      <div className="border-t px-4 pb-3">
        {error && (
          <Alert tone="warn" className="mt-3">
            {error}
          </Alert>
        )}
        <ul className="divide-y">
          {sets.map((entry) => (
            <SetRow
              key={entry.id}
              entry={entry}
              onUse={() => change(entry.id, { current: true })}
              onShelve={() => change(entry.id, { current: false })}
              onRename={(name) => change(entry.id, { name })}
              onDelete={() => remove(entry.id)}
            />
          ))}
        </ul>
      </div>
    </details>
  );
}

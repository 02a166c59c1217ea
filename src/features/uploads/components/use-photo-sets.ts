'use client';

import { useEffect, useState } from 'react';
import type { PhotoSetEntry, PhotoSetView } from '../photo-types';
import { listSets } from './uploads-api';

/** All of the member's sets, read again whenever the one that takes photos changed. */
export function usePhotoSets(team: string, initial: readonly PhotoSetEntry[], set: PhotoSetView) {
  const [sets, setSets] = useState(initial);
  const version = `${set.id} ${set.photos.length} ${set.usable}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what changed
  useEffect(() => {
    let stale = false;
    void listSets(team).then(
      (read) => !stale && setSets(read),
      // Without a connection the page keeps what it has.
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [team, version]);
  return { sets, setSets };
}

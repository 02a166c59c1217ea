'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTeamEvents } from '@/components/live/use-team-events';
import type { PhotoSetView } from '../photo-types';
import { readSet } from './uploads-api';

const SETTLE = 120;

/** The set as the server knows it, read again when something happens to it here, in another tab or on the phone. */
export function usePhotoSet(team: string, initial: PhotoSetView, onChange?: (set: PhotoSetView) => void) {
  const [set, setSet] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const notify = useRef(onChange);
  useEffect(() => {
    notify.current = onChange;
  });

  const reload = useCallback(async () => {
    const read = await readSet(team).catch(() => null);
    // Without a connection the page keeps what it has; the live connection asks again when it is back.
    if (!read) return;
    setSet(read);
    notify.current?.(read);
  }, [team]);
  const reloadSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(reload, SETTLE);
  }, [reload]);

  // The page may come from the router's cache, older than the set.
  useEffect(() => {
    reloadSoon();
    return () => clearTimeout(timer.current);
  }, [reloadSoon]);
  useTeamEvents(team, ['photo.checked'], reloadSoon, reloadSoon);
  return { set, reload };
}

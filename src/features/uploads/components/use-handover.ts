'use client';

import { useCallback, useEffect, useState } from 'react';
import { useTexts } from '#use-texts';
import { useTeamEvents } from '@/components/live/use-team-events';
import type { HandoverView, StartedHandover } from '../handover/handover-types';
import { closeHandover, readHandover, startHandover } from './handover-api';
import { messageOf } from './uploads-api';

/** `ended`: what was shown last stopped working by itself or on the phone. */
export type Handover =
  | { state: 'closed' }
  | { state: 'starting' }
  | { state: 'waiting'; started: StartedHandover }
  | { state: 'open' }
  | { state: 'ended'; wasOpen: boolean }
  | { state: 'failed'; message: string };

/** The hand-over to the member's phone, live: `initial` is one that a phone has open already. */
export function useHandover(team: string, initial: HandoverView | null) {
  const [handover, setHandover] = useState<Handover>(
    initial?.state === 'open' ? { state: 'open' } : { state: 'closed' },
  );
  const texts = useTexts();
  const [expiresAt, setExpiresAt] = useState(initial?.expiresAt ?? null);
  const shown = handover.state === 'waiting' || handover.state === 'open';

  const read = useCallback(async () => {
    const now = await readHandover(team).catch(() => undefined);
    if (now === undefined) return;
    setExpiresAt(now?.expiresAt ?? null);
    setHandover((before) => {
      if (now?.state === 'open') return { state: 'open' };
      if (before.state === 'waiting' && now?.id === before.started.id) return before;
      if (before.state !== 'waiting' && before.state !== 'open') return before;
      return { state: 'ended', wasOpen: before.state === 'open' };
    });
  }, [team]);

  const start = async () => {
    setHandover({ state: 'starting' });
    try {
      const started = await startHandover(team);
      setExpiresAt(started.expiresAt);
      setHandover({ state: 'waiting', started });
    } catch (error) {
      setHandover({ state: 'failed', message: messageOf(error, texts) });
    }
  };
  const close = async () => {
    try {
      if (shown) await closeHandover(team);
      setHandover({ state: 'closed' });
    } catch (error) {
      setHandover({ state: 'failed', message: messageOf(error, texts) });
    }
  };

  useTeamEvents(team, ['handover.changed'], read, read);
  // A photo from the phone moves its end; nobody sends an event when that comes.
  useTeamEvents(team, ['photo.checked'], () => {
    if (handover.state === 'open') void read();
  });
  useEffect(() => {
    if (!shown || !expiresAt) return;
    const timer = setTimeout(read, Math.max(1_000, new Date(expiresAt).getTime() - Date.now() + 500));
    return () => clearTimeout(timer);
  }, [shown, expiresAt, read]);

  return { handover, start, close };
}

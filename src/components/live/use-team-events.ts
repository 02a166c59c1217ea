'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { noRefreshFor, refreshSoon } from '@/components/live/refresh-soon';
import { type LiveMessage, listenToTeam } from '@/components/live/team-event-source';
import type { TeamEvent, TeamEventType } from '@/features/notifications/event-types';

/**
 * Calls back for each of the team's events of these types, as they happen. `team` is an id or slug. After a lost connection
 * `onReconnect` says that events may have been missed.
 */
export function useTeamEvents(
  team: string,
  types: readonly TeamEventType[],
  onEvent: (event: TeamEvent) => void,
  onReconnect?: () => void,
): void {
  const latest = useRef({ types, onEvent, onReconnect });
  useEffect(() => {
    latest.current = { types, onEvent, onReconnect };
  });
  useEffect(
    () =>
      listenToTeam(team, (message: LiveMessage) => {
        if (message.type === 'reconnected') latest.current.onReconnect?.();
        else if (latest.current.types.includes(message.type)) latest.current.onEvent(message);
      }),
    [team],
  );
}

/** Reads the page's server components again when one of these events comes; what is typed or open stays. */
export function useLiveRefresh(team: string, types: readonly TeamEventType[]): void {
  const router = useRouter();
  const asker = useRef({});
  const refresh = () => refreshSoon(router, asker.current);
  useTeamEvents(team, types, refresh, refresh);
  useEffect(() => () => noRefreshFor(asker.current), []);
}

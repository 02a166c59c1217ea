'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { type LiveMessage, listenToTeam } from '@/components/live/team-event-source';
import type { TeamEvent, TeamEventType } from '@/features/notifications/event-types';

/** Several events at once (a settled generation also changes a balance) refresh the page once. Milliseconds. */
const SETTLE = 150;

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
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const refresh = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), SETTLE);
  };
  useTeamEvents(team, types, refresh, refresh);
  useEffect(() => () => clearTimeout(timer.current), []);
}

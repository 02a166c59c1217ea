'use client';

import { useLiveRefresh } from '@/components/live/use-team-events';
import type { TeamEventType } from '@/features/notifications/event-types';

/** Put it into a server page: the page reads itself again when one of these events happens. Shows nothing. */
export function LiveRefresh({ team, types }: { team: string; types: readonly TeamEventType[] }) {
  useLiveRefresh(team, types);
  return null;
}

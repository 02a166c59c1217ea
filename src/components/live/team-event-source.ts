/**
 * One connection to a team's event stream a page, however many components listen. The browser reconnects by itself and
 * says with `Last-Event-ID` where it stopped; after every reconnect listeners hear `reconnected`, so that they read again
 * what they may have missed.
 */
import type { TeamEvent } from '@/features/notifications/event-types';

export type LiveMessage = TeamEvent | { type: 'reconnected' };

type Listener = (message: LiveMessage) => void;
type Shared = { source: EventSource; listeners: Set<Listener> };

/** A stream the browser gave up on (an answer that was no stream) is tried anew after this, ms. */
const RETRY_AFTER = 5_000;

const open = new Map<string, Shared>();

/** `team` is an id or slug. Returns the unsubscribe; the last one closes the connection. */
export function listenToTeam(team: string, listener: Listener): () => void {
  const shared = open.get(team) ?? connect(team);
  shared.listeners.add(listener);
  return () => {
    shared.listeners.delete(listener);
    if (shared.listeners.size > 0) return;
    shared.source.close();
    if (open.get(team) === shared) open.delete(team);
  };
}

function connect(team: string): Shared {
  const shared: Shared = { source: newSource(team), listeners: new Set() };
  open.set(team, shared);
  follow(team, shared, false);
  return shared;
}

function follow(team: string, shared: Shared, opened: boolean): void {
  const { source, listeners } = shared;
  let wasOpen = opened;
  const tell = (message: LiveMessage) => {
    for (const listener of [...listeners]) listener(message);
  };
  source.onopen = () => {
    if (wasOpen) tell({ type: 'reconnected' });
    wasOpen = true;
  };
  source.onmessage = (event: MessageEvent<string>) => tell(JSON.parse(event.data) as TeamEvent);
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => {
      if (listeners.size === 0 || shared.source !== source) return;
      shared.source = newSource(team);
      follow(team, shared, true);
    }, RETRY_AFTER);
  };
}

function newSource(team: string): EventSource {
  return new EventSource(`/api/teams/${encodeURIComponent(team)}/events`);
}

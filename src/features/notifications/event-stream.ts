/** A person's view of the team's events as server-sent events: what they missed, then what happens, until they leave. */
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member } from '@/db/schema/auth';
import { type MemberActor, requireMember } from '@/lib/actor';
import { MINUTE, SECOND } from '@/lib/time';
import { onStoredEvent } from './event-poll';
import { listMissedEvents, type StoredEvent } from './read-events';

export type EventStreamOptions = {
  /** The `Last-Event-ID` of a page that reconnects; without it only what happens from now on is sent. */
  afterSeq?: number;
  /** Aborted when the browser goes. */
  signal: AbortSignal;
  heartbeatMs?: number;
  /** The stream ends after this and the browser reconnects, which checks the session anew. */
  lifetimeMs?: number;
};

/** How long the browser waits before it reconnects, ms. */
const RECONNECT = 1_500;
const HEARTBEAT = 20 * SECOND;
const LIFETIME = 10 * MINUTE;

export function streamEvents(ctx: Ctx, options: EventStreamOptions): ReadableStream<Uint8Array> {
  const actor = requireMember(ctx.actor);
  const text = new TextEncoder();
  const { signal, heartbeatMs = HEARTBEAT, lifetimeMs = LIFETIME } = options;
  let stop = () => {};
  return new ReadableStream({
    async start(controller) {
      let ended = false;
      const send = (chunk: string) => {
        if (!ended) controller.enqueue(text.encode(chunk));
      };
      const heartbeat = setInterval(() => void beat(), heartbeatMs);
      const lifetime = setTimeout(() => end(), lifetimeMs);
      let unsubscribe = () => {};
      const end = ({ cancelled = false } = {}) => {
        if (ended) return;
        ended = true;
        clearInterval(heartbeat);
        clearTimeout(lifetime);
        unsubscribe();
        // Whoever cancels a stream has closed it already.
        if (!cancelled) controller.close();
      };
      const beat = async () => {
        // Who cannot be checked is let go: the page connects again, through the door.
        const stays = await isStillMember(ctx, actor).catch(() => false);
        if (stays) send(': still here\n\n');
        else end();
      };
      stop = () => end({ cancelled: true });
      signal.addEventListener('abort', () => end(), { once: true });
      send(`retry: ${RECONNECT}\n\n`);
      try {
        unsubscribe = await follow(ctx, actor, options.afterSeq, (event) => send(toMessage(event)));
        // A comment, which browsers skip: whoever waits for it misses nothing that happens after it.
        send(': listening\n\n');
      } catch {
        end();
      }
      if (ended || signal.aborted) {
        unsubscribe();
        end();
      }
    },
    cancel: () => stop(),
  });
}

/** Subscribes first and reads the past second, so that nothing falls between the two; what is in both is sent once. */
async function follow(
  ctx: Ctx,
  actor: MemberActor,
  afterSeq: number | undefined,
  send: (event: StoredEvent) => void,
): Promise<() => void> {
  let early: StoredEvent[] | null = [];
  const past = new Set<number>();
  const sendNew = (event: StoredEvent) => {
    if (!past.has(event.seq)) send(event);
  };
  const unsubscribe = await onStoredEvent(ctx.db, (event) => {
    if (event.organizationId !== ctx.orgId) return;
    if (event.userId !== null && event.userId !== actor.userId) return;
    if (early) early.push(event);
    else sendNew(event);
  });
  for (const event of afterSeq === undefined ? [] : await listMissedEvents(ctx, afterSeq)) {
    past.add(event.seq);
    send(event);
  }
  for (const event of early) sendNew(event);
  early = null;
  return unsubscribe;
}

function toMessage({ seq, type, data }: StoredEvent): string {
  return `id: ${seq}\ndata: ${JSON.stringify({ seq, type, data })}\n\n`;
}

async function isStillMember(ctx: Ctx, actor: MemberActor): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.id, actor.memberId), eq(member.organizationId, ctx.orgId)))
    .limit(1);
  return rows.length > 0;
}

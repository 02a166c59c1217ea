/** Sends recorded events to the app, really signed, and again until the app has answered 2xx. */
import Stripe from 'stripe';
import { log } from '@/lib/log';
import { DAY } from '@/lib/time';
import { seconds } from './events';
import type { StoredEvent } from './objects/events';
import type { Store } from './store';

type Settings = {
  url: string;
  webhookSecret: string;
  /** The stand-in's own time. */
  now: () => Date;
};

/** Milliseconds between tries; the last one repeats. */
const DELAYS = [250, 1_000, 2_000, 5_000, 15_000, 60_000];
const TIMEOUT = 10_000;
/** Deliveries under way at the same time: what a laptop's app can take. */
const AT_ONCE = 20;
/** Stripe gives up after three days, and so do we. */
const GIVE_UP = 3 * DAY;

export type Delivery = {
  /** Sends what is new, once it is on disk. */
  kick(): void;
  /** As if the app could not be reached, without trying. */
  pause(): void;
  resume(): void;
  /** What waited for longer than three days is not sent any more. */
  giveUpOld(): void;
  readonly paused: boolean;
  stop(): void;
};

export function startDelivery(store: Store, { url, webhookSecret, now }: Settings): Delivery {
  const turns = takeTurns(AT_ONCE);
  /** Events that are under way or wait for their next try. */
  const busy = new Map<string, NodeJS.Timeout | null>();
  let stopped = false;
  let paused = false;

  async function send(event: StoredEvent, tries: number): Promise<void> {
    busy.set(event.id, null);
    const onDisk = await isSaved(store);
    const done = await turns();
    if (stopped || paused || !onDisk) {
      done();
      busy.delete(event.id);
      return;
    }
    const delivered = await post(event, url, webhookSecret);
    done();
    if (delivered) event.pending_webhooks = 0;
    else if (isTooLong(event, now())) event._given_up = true;
    else {
      const delay = DELAYS[Math.min(tries, DELAYS.length - 1)];
      if (!stopped) busy.set(event.id, setTimeout(() => void send(event, tries + 1), delay).unref());
      return;
    }
    busy.delete(event.id);
    store.touch();
    await isSaved(store);
  }

  const kick = () => {
    if (stopped || paused) return;
    for (const event of store.events) {
      if (event.pending_webhooks > 0 && !event._given_up && !busy.has(event.id)) void send(event, 0);
    }
  };
  const giveUpOld = () => {
    const oldest = now().getTime() - GIVE_UP;
    for (const event of store.events) {
      if (event.pending_webhooks > 0 && event.created * 1000 < oldest) event._given_up = true;
    }
  };
  const forgetTimers = () => {
    for (const [id, timer] of busy) {
      if (!timer) continue;
      clearTimeout(timer);
      busy.delete(id);
    }
  };
  kick();
  return {
    kick,
    pause() {
      paused = true;
      forgetTimers();
    },
    resume() {
      paused = false;
      giveUpOld();
      kick();
    },
    giveUpOld,
    get paused() {
      return paused;
    },
    stop() {
      stopped = true;
      forgetTimers();
    },
  };
}

/** Counted from the first try: an event of a moment that a moved clock has gone past is as new as any. */
function isTooLong(event: StoredEvent, now: Date): boolean {
  event._first_try ??= seconds(now);
  return event._first_try * 1000 < now.getTime() - GIVE_UP;
}

/** At most `most` at a time, in the order they came. Whoever has his turn says when he is done. */
function takeTurns(most: number): () => Promise<() => void> {
  const waiting: (() => void)[] = [];
  let free = most;
  const done = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return done;
  };
}

/** Nobody hears of what is not on disk. */
async function isSaved(store: Store): Promise<boolean> {
  try {
    await store.saved();
    return true;
  } catch (error) {
    log.error({ err: error }, 'stripe stand-in: its state could not be written');
    return false;
  }
}

async function post(event: StoredEvent, url: string, secret: string): Promise<boolean> {
  const { _first_try, _given_up, ...shown } = event;
  const payload = JSON.stringify(shown, null, 2);
  // The signature carries the real time whatever the stand-in's clock says: the app checks that.
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Stripe-Signature': signature },
      body: payload,
      signal: AbortSignal.timeout(TIMEOUT),
      redirect: 'manual',
    });
    await answer.arrayBuffer();
    if (!answer.ok)
      log.warn({ event: event.id, type: event.type, status: answer.status }, 'webhook not taken');
    return answer.ok;
  } catch {
    return false;
  }
}

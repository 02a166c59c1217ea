/** Sends recorded events to the app, really signed, and again until the app has answered 2xx. */
import Stripe from 'stripe';
import { log } from '@/lib/log';
import { DAY } from '@/lib/time';
import type { StoredEvent } from './objects';
import type { Store } from './store';

type Settings = { url: string; webhookSecret: string };

/** Milliseconds between tries; the last one repeats. */
const DELAYS = [250, 1_000, 2_000, 5_000, 15_000, 60_000];
const TIMEOUT = 10_000;
/** Stripe gives up after three days, and so do we. */
const GIVE_UP = 3 * DAY;

export type Delivery = {
  /** Sends what is new. */
  kick(): void;
  stop(): void;
};

export function startDelivery(store: Store, { url, webhookSecret }: Settings): Delivery {
  /** Events that are under way or wait for their next try. */
  const busy = new Map<string, NodeJS.Timeout | null>();
  let stopped = false;

  async function send(event: StoredEvent, tries: number): Promise<void> {
    busy.set(event.id, null);
    const delivered = await post(event, url, webhookSecret);
    if (stopped) return;
    if (delivered || event.created * 1000 < Date.now() - GIVE_UP) {
      busy.delete(event.id);
      event.pending_webhooks = 0;
      store.save();
      return;
    }
    const delay = DELAYS[Math.min(tries, DELAYS.length - 1)];
    busy.set(event.id, setTimeout(() => void send(event, tries + 1), delay).unref());
  }

  const kick = () => {
    for (const event of store.events) {
      if (!stopped && event.pending_webhooks > 0 && !busy.has(event.id)) void send(event, 0);
    }
  };
  kick();
  return {
    kick,
    stop() {
      stopped = true;
      for (const timer of busy.values()) if (timer) clearTimeout(timer);
    },
  };
}

async function post(event: StoredEvent, url: string, secret: string): Promise<boolean> {
  const payload = JSON.stringify(event, null, 2);
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

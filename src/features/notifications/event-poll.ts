/**
 * One poll of the event table a process, shared by all its open streams (LISTEN is not there behind connection poolers).
 * It runs only while somebody listens. A sequence number is given out before its transaction commits, so a smaller number
 * can appear later: each poll looks back a little and tells what it has not told yet.
 */
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { findLastSeq, listEventsAfter, type StoredEvent } from './read-events';

const EVERY = 700;
const LOOK_BACK = 200;
const BATCH = 1_000;

type Listener = (event: StoredEvent) => void;

class EventPoll {
  readonly #listeners = new Set<Listener>();
  readonly #told = new Set<number>();
  #head = -1;
  #timer: NodeJS.Timeout | undefined;

  async subscribe(db: Db, listener: Listener): Promise<() => void> {
    if (this.#head < 0) await this.#start(db);
    this.#listeners.add(listener);
    this.#schedule(db);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Everything there is at the start counts as told: streams read their own past themselves. */
  async #start(db: Db): Promise<void> {
    const last = await findLastSeq(db);
    for (const { seq } of await listEventsAfter(db, last - LOOK_BACK, BATCH)) this.#told.add(seq);
    this.#head = Math.max(this.#head, last);
  }

  #schedule(db: Db): void {
    this.#timer ??= setTimeout(() => void this.#tick(db), EVERY);
    this.#timer.unref();
  }

  async #tick(db: Db): Promise<void> {
    try {
      await this.#read(db);
    } catch (error) {
      log.error({ err: error }, 'event poll');
    }
    this.#timer = undefined;
    if (this.#listeners.size > 0) this.#schedule(db);
    else this.#head = -1;
  }

  async #read(db: Db): Promise<void> {
    for (const event of await listEventsAfter(db, this.#head - LOOK_BACK, BATCH)) {
      if (this.#told.has(event.seq)) continue;
      this.#told.add(event.seq);
      this.#head = Math.max(this.#head, event.seq);
      for (const listener of [...this.#listeners]) listener(event);
    }
    for (const seq of this.#told) if (seq <= this.#head - LOOK_BACK) this.#told.delete(seq);
  }
}

const holder = globalThis as typeof globalThis & { headcraftEventPoll?: EventPoll };

/** Calls back for every event of every organization from now on; the caller filters. Returns the unsubscribe. */
export function onStoredEvent(db: Db, listener: Listener): Promise<() => void> {
  holder.headcraftEventPoll ??= new EventPoll();
  return holder.headcraftEventPoll.subscribe(db, listener);
}

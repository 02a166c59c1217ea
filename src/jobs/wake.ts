/**
 * Saves the polling delay when the enqueuing process works off jobs itself. Only a hint: the caller's transaction may not
 * have committed yet, so the runner looks again a little later, and polling finds whatever was missed.
 */
import { EventEmitter } from 'node:events';

const holder = globalThis as typeof globalThis & { headcraftWake?: EventEmitter };

function emitter(): EventEmitter {
  holder.headcraftWake ??= new EventEmitter();
  return holder.headcraftWake;
}

export function wakeWorkers(queue: string): void {
  emitter().emit('wake', queue);
}

/** Calls back for every enqueue of this process. Returns the unsubscribe. */
export function onWake(listener: (queue: string) => void): () => void {
  emitter().on('wake', listener);
  return () => emitter().off('wake', listener);
}

/** Writes the state, all that changed at once in one go: never two writes at a time, never an older state over a newer one. */
import { rename, writeFile } from 'node:fs/promises';

export type Writer = {
  touch(): void;
  /** Resolves when everything touched so far is on disk; rejects when it could not be written. */
  saved(): Promise<void>;
};

export function startWriter(file: string, serialize: () => string): Writer {
  let dirty = false;
  let running: Promise<void> | null = null;

  async function write(): Promise<void> {
    // Whatever else this turn of the event loop changes is written along.
    await new Promise((resolve) => setImmediate(resolve));
    dirty = false;
    try {
      await writeFile(`${file}.next`, serialize());
      await rename(`${file}.next`, file);
    } catch (error) {
      dirty = true;
      throw error;
    }
  }

  async function saved(): Promise<void> {
    // A write under way may have begun before the last change.
    if (running) await running;
    while (dirty) {
      running ??= write().finally(() => {
        running = null;
      });
      await running;
    }
  }

  return {
    touch: () => {
      dirty = true;
    },
    saved,
  };
}

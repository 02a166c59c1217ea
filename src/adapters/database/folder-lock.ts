/**
 * One process at a time may open a PGlite folder: two lose rows silently. The lock is a file made with O_EXCL that
 * holds our pid; a lock is reaped only when its process is dead. In a container every process has the same pid, so our own pid in a
 * lock that we did not take was left by an earlier run.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** On `globalThis`, because Next loads server code several times in one process. */
const holder = globalThis as typeof globalThis & { headcraftLocks?: Set<string> };

export class FolderLockedError extends Error {
  constructor(
    readonly pid: number,
    file: string,
  ) {
    super(
      `The data folder is in use by process ${pid} (${file}). Stop it first, or set DATABASE_URL to share a Postgres.`,
    );
    this.name = 'FolderLockedError';
  }
}

/** Takes the lock or throws `FolderLockedError`. Returns the release. */
export function lockFolder(name: string): () => void {
  const file = path.resolve(name);
  holder.headcraftLocks ??= new Set();
  const ours = holder.headcraftLocks;
  for (;;) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(readFileSync(file, 'utf8')) || 0;
      if (pid === process.pid ? ours.has(file) : isAlive(pid)) throw new FolderLockedError(pid, file);
      rmSync(file, { force: true });
    }
  }
  ours.add(file);
  const release = () => {
    ours.delete(file);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

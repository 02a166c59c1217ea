/**
 * One process at a time may open a PGlite folder: two lose rows silently. The lock is a file made with O_EXCL that
 * holds our pid; a lock is reaped only when its process is dead.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

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
export function lockFolder(file: string): () => void {
  for (;;) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(readFileSync(file, 'utf8')) || 0;
      if (pid === process.pid || isAlive(pid)) throw new FolderLockedError(pid, file);
      rmSync(file, { force: true });
    }
  }
  const release = () => rmSync(file, { force: true });
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

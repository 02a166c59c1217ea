import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { JobReply, JobRequest } from '@/vision/process/protocol';
import { residentMemory } from '@/vision/process/resident-memory';

const MEMORY_CHECK_MS = 100;
const LOG_TAIL = 2000;
/** All the process needs of the environment: no secret of the parent reaches the code that reads uploads. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'NODE_ENV', 'SystemRoot'];

export interface WorkerEvents {
  onReply(reply: JobReply): void;
  onMemory(bytes: number): void;
  /** `log` is the end of what the process wrote to stderr. */
  onExit(log: string): void;
}

export interface Worker {
  readonly pid: number | undefined;
  send(request: JobRequest): void;
  /** Whether a job runs: only then does the process keep ours alive, and only then is its memory watched. */
  setBusy(busy: boolean): void;
  kill(): void;
}

/**
 * Starts one vision process. The entry is found from the working directory (the root of the checkout), because the
 * place of this module is lost once a bundler has moved it.
 */
export function startWorker(events: WorkerEvents): Worker {
  const entry = path.join(process.cwd(), 'src', 'vision', 'process', 'child.ts');
  const env = Object.fromEntries(
    PASSED_ON.map((name) => [name, process.env[name]]).filter(([, value]) => value),
  );
  // Turbopack would take the path for a module of the bundle.
  const child = fork(/* turbopackIgnore: true */ entry, [], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env,
  });
  const log = tailOf(child);
  child.on('message', (message) => events.onReply(message as JobReply));
  child.on('error', () => child.kill('SIGKILL'));
  let watch: NodeJS.Timeout | undefined;
  child.once('close', () => {
    clearInterval(watch);
    events.onExit(log());
  });
  const { pid } = child;
  return {
    pid,
    send: (request) => {
      child.send(request, () => {});
    },
    setBusy(busy) {
      clearInterval(watch);
      if (busy && pid)
        watch = setInterval(async () => events.onMemory(await residentMemory(pid)), MEMORY_CHECK_MS);
      keepAlive(child, busy);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

function tailOf(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-LOG_TAIL);
  });
  return () => tail;
}

/** What Node's process, channel and pipe have in common, although not all of their types say so. */
interface Refable {
  ref?(): void;
  unref?(): void;
}

/** An idle vision process must not keep a script or a server from ending. */
function keepAlive(child: ChildProcess, alive: boolean): void {
  const handles = [child, child.channel, child.stderr] as (Refable | null | undefined)[];
  for (const handle of handles) {
    if (alive) handle?.ref?.();
    else handle?.unref?.();
  }
}

import type { JobName, JobReply, VisionJobs } from '@/vision/process/protocol';
import { startWorker, type Worker } from '@/vision/process/worker';
import type { DrawProgress, JobOptions, VisionClient, VisionClientOptions } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

const DEFAULT_TIMEOUT_MS = 120_000;
const DEFAULT_MEMORY_BYTES = 1.5 * 1024 ** 3;

interface Job {
  id: number;
  name: JobName;
  input: VisionJobs[JobName]['input'];
  timeoutMs: number;
  onProgress: ((progress: DrawProgress) => void) | undefined;
  resolve(output: unknown): void;
  reject(error: VisionError): void;
}

/**
 * A queue in front of one vision process, which starts with the first job and is replaced after it dies. Jobs run one
 * at a time, in order. A job that crashes, hangs or eats memory takes only its own process and promise with it.
 */
export function createVisionClient(options: VisionClientOptions = {}): VisionClient {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, memoryLimitBytes = DEFAULT_MEMORY_BYTES } = options;
  const waiting: Job[] = [];
  let running: Job | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** Why we ended the process ourselves; without one its death is a crash. */
  let verdict: VisionError | undefined;
  let closed = false;
  let onClosed: (() => void) | undefined;
  let nextId = 1;

  function submit<N extends JobName>(
    name: N,
    input: VisionJobs[N]['input'],
    jobOptions: JobOptions & { onProgress?: (progress: DrawProgress) => void } = {},
  ): Promise<VisionJobs[N]['output']> {
    const { signal, onProgress } = jobOptions;
    return new Promise((resolve, reject) => {
      if (closed) return reject(new VisionError('closed'));
      if (signal?.aborted) return reject(new VisionError('aborted'));
      const onAbort = () => abort(job);
      const job: Job = {
        id: nextId++,
        name,
        input,
        timeoutMs: jobOptions.timeoutMs ?? timeoutMs,
        onProgress,
        resolve: (output) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(output as VisionJobs[N]['output']);
        },
        reject: (error) => {
          signal?.removeEventListener('abort', onAbort);
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort);
      waiting.push(job);
      runNext();
    });
  }

  function runNext(): void {
    if (running || verdict) return;
    running = waiting.shift();
    if (!running) return;
    worker ??= startWorker({ onReply: receive, onMemory: checkMemory, onExit: afterExit });
    worker.setBusy(true);
    const { id, name, input, timeoutMs: limit } = running;
    timer = setTimeout(() => end(new VisionError('timeout', `${name} took more than ${limit} ms.`)), limit);
    worker.send({ id, name, input });
  }

  function receive(reply: JobReply): void {
    if (reply.id !== running?.id || verdict) return;
    if (reply.type === 'progress') {
      running.onProgress?.(reply.progress);
      return;
    }
    const job = finish();
    if (reply.type === 'result') job?.resolve(reply.output);
    else job?.reject(new VisionError(reply.code, reply.message));
    runNext();
  }

  function finish(): Job | undefined {
    clearTimeout(timer);
    worker?.setBusy(false);
    const job = running;
    running = undefined;
    return job;
  }

  /** Ends the process; what runs in it is rejected once it is really gone. */
  function end(reason: VisionError): void {
    verdict ??= reason;
    worker?.kill();
  }

  function checkMemory(bytes: number): void {
    if (bytes <= memoryLimitBytes || !running) return;
    end(new VisionError('memory', `${running.name} used ${Math.round(bytes / 1024 ** 2)} MB.`));
  }

  function afterExit(log: string): void {
    const job = finish();
    job?.reject(verdict ?? new VisionError('crashed', `The vision process ended. ${log}`.trim()));
    worker = undefined;
    verdict = undefined;
    onClosed?.();
    runNext();
  }

  function abort(job: Job): void {
    if (job === running) {
      end(new VisionError('aborted'));
      return;
    }
    const place = waiting.indexOf(job);
    if (place < 0) return;
    waiting.splice(place, 1);
    job.reject(new VisionError('aborted'));
  }

  return {
    preparePhoto: (bytes, jobOptions) => submit('preparePhoto', bytes, jobOptions),
    drawPicture: (input, drawOptions) => submit('drawPicture', input, drawOptions),
    scorePicture: (image, jobOptions) => submit('scorePicture', image, jobOptions),
    finishPicture: (input, jobOptions) => submit('finishPicture', input, jobOptions),
    editPicture: (input, jobOptions) => submit('editPicture', input, jobOptions),
    prepareBackdrop: (bytes, jobOptions) => submit('prepareBackdrop', bytes, jobOptions),
    warmUp: async () => {
      await submit('warmUp', null);
    },
    get pid() {
      return worker?.pid;
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new VisionError('closed'));
      if (!worker) return;
      const gone = new Promise<void>((resolve) => {
        onClosed = resolve;
      });
      worker.setBusy(true);
      end(new VisionError('closed'));
      await gone;
    },
  };
}

/** Start and graceful stop of a process that works off jobs: stop taking jobs, finish or hand back, answer, close the database. */
import { connection } from '@/adapters/database/client';
import { leaveStripeToWebProcess, localStripe, usesLocalStripe } from '@/adapters/payments/stand-in/process';
import { startTelemetry, telemetry } from '@/adapters/telemetry/telemetry';
import { closeVision } from '@/adapters/vision/vision';
import { env, findWarnings } from '@/env';
import { observeGauges } from '@/features/admin/observe-gauges';
import { takeOverConsole } from '@/lib/console-log';
import { log } from '@/lib/log';
import { observeProcess } from '@/lib/process-gauges';
import { requestsAnswered, watchRequests } from './requests-under-way';
import { type Runner, startRunner } from './runner';

/** Of the 25 seconds that a stop is given. ms. */
const LAST_ANSWERS = 15_000;

const holder = globalThis as typeof globalThis & { headcraftBoot?: Promise<void>; headcraftStops?: boolean };

/** A `web` process serves pages and, unless switched off, works off jobs; a `worker` only works off jobs. */
export type ProcessKind = 'web' | 'worker';

export function boot(kind: ProcessKind): Promise<void> {
  holder.headcraftBoot ??= start(kind).catch(end);
  return holder.headcraftBoot;
}

/** Next would go on listening and answer 500 to everything: a process that cannot start ends, so that whoever watches it sees that. */
function end(error: unknown): never {
  const wrongSetting = error instanceof Error && error.message.startsWith('Configuration:');
  if (wrongSetting) process.stderr.write(`headcraft did not start. ${error.message}\n`);
  else log.fatal({ err: error }, 'headcraft did not start');
  process.exit(1);
}

async function start(kind: ProcessKind): Promise<void> {
  const { mode, NODE_ENV, HEADCRAFT_WORKER, OTEL_EXPORTER_OTLP_ENDPOINT, METRICS_TOKEN } = env();
  if (NODE_ENV === 'production') takeOverConsole();
  watchRequests();
  for (const warning of findWarnings(env())) log.warn(warning);
  const watched = await startTelemetry({
    endpoint: OTEL_EXPORTER_OTLP_ENDPOINT,
    metricsToken: METRICS_TOKEN,
  });
  const works = kind === 'worker' || HEADCRAFT_WORKER === 'on';
  const open = await connection();
  if (watched) {
    observeProcess();
    observeGauges(open.db);
  }
  if (kind === 'worker') leaveStripeToWebProcess();
  // Started with the process so that webhooks which the last one missed are sent again.
  else if (usesLocalStripe()) await localStripe();
  const runner = works ? await startRunner(open) : null;
  log.info({ kind, mode, database: open.kind, works }, 'headcraft is up');
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void shutDown(runner, signal));
}

/** Whether this process was told to end: a load balancer must send nobody here any more. */
export function isStopping(): boolean {
  return holder.headcraftStops === true;
}

async function shutDown(runner: Runner | null, signal: string): Promise<void> {
  holder.headcraftStops = true;
  log.info({ signal }, 'shutting down');
  try {
    await Promise.all([runner?.stop(), requestsAnswered(LAST_ANSWERS)]);
    await closeVision();
    await telemetry().stop();
    await (await connection()).close();
  } catch (error) {
    log.error({ err: error }, 'shutdown');
  }
  process.exit(0);
}

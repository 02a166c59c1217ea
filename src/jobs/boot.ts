/** Start and graceful stop of a process that works off jobs: stop taking jobs, finish or hand back, close the database. */
import { connection } from '@/adapters/database/client';
import { localStripe, usesLocalStripe } from '@/adapters/payments/stand-in/process';
import { closeVision } from '@/adapters/vision/vision';
import { env } from '@/env';
import { log } from '@/lib/log';
import { type Runner, startRunner } from './runner';

const holder = globalThis as typeof globalThis & { headcraftBoot?: Promise<void> };

export function boot(): Promise<void> {
  holder.headcraftBoot ??= start();
  return holder.headcraftBoot;
}

async function start(): Promise<void> {
  const { mode, HEADCRAFT_WORKER } = env();
  const open = await connection();
  // Started with the process so that webhooks which the last one missed are sent again.
  if (usesLocalStripe()) await localStripe();
  const runner = HEADCRAFT_WORKER === 'on' ? await startRunner(open) : null;
  log.info({ mode, database: open.kind, worker: HEADCRAFT_WORKER }, 'headcraft is up');
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void shutDown(runner, signal));
}

async function shutDown(runner: Runner | null, signal: string): Promise<void> {
  log.info({ signal }, 'shutting down');
  try {
    await runner?.stop();
    await closeVision();
    await (await connection()).close();
  } catch (error) {
    log.error({ err: error }, 'shutdown');
  }
  process.exit(0);
}

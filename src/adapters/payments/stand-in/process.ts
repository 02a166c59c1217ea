/**
 * The stand-in of one machine: it runs in the web process, whose pages press its buttons; workers find it by the address it
 * leaves beside its state. It keeps its port over restarts, so that a worker need not be restarted with it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/env';
import { localSecretKey, localWebhookSecret } from './secrets';
import { type StandIn, startStripeStandIn } from './server';

const holder = globalThis as typeof globalThis & {
  headcraftStripeStandIn?: Promise<StandIn>;
  headcraftStripeElsewhere?: boolean;
};

/** Whether payments go to the local stand-in: embedded mode, no key, no other address. */
export function usesLocalStripe(): boolean {
  const { embedded, STRIPE_SECRET_KEY, STRIPE_API_BASE } = env();
  return embedded && !STRIPE_SECRET_KEY && !STRIPE_API_BASE;
}

/** The stand-in itself, started with the first call. Rejects in a worker, where it must not run a second time. */
export function localStripe(): Promise<StandIn> {
  if (!usesLocalStripe()) return Promise.reject(new Error('The local Stripe stand-in is not in use.'));
  if (holder.headcraftStripeElsewhere)
    return Promise.reject(new Error('The local Stripe stand-in runs in the web process.'));
  holder.headcraftStripeStandIn ??= start().catch((error: unknown) => {
    holder.headcraftStripeStandIn = undefined;
    throw error;
  });
  return holder.headcraftStripeStandIn;
}

/** For workers: never start it here. */
export function leaveStripeToWebProcess(): void {
  holder.headcraftStripeElsewhere = true;
}

/** `http://127.0.0.1:<port>`, wherever it runs. Rejects in a worker while no web process has left an address. */
export async function localStripeAddress(): Promise<string> {
  if (!holder.headcraftStripeElsewhere) return (await localStripe()).apiBase;
  const address = readAddress();
  if (!address) throw new Error('The local Stripe stand-in is not running: start the web process.');
  return address;
}

async function start(): Promise<StandIn> {
  const dataDir = folder();
  const before = readAddress();
  const standIn = await startStripeStandIn({
    dataDir,
    port: before ? Number(new URL(before).port) : 0,
    appUrl: env().appUrl,
    secretKey: localSecretKey(),
    webhookSecret: env().STRIPE_WEBHOOK_SECRET ?? localWebhookSecret(),
  });
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(addressFile(), standIn.apiBase);
  return standIn;
}

function folder(): string {
  return path.join(env().dataDir, 'stripe');
}

function addressFile(): string {
  return path.join(folder(), 'address');
}

function readAddress(): string | null {
  try {
    const address = readFileSync(addressFile(), 'utf8').trim();
    return URL.canParse(address) ? address : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

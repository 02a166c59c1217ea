/** The stand-in of this process: one, started with the process or with the first payment, whichever comes first. */
import path from 'node:path';
import { env } from '@/env';
import { localSecretKey, localWebhookSecret } from './secrets';
import { type StandIn, startStripeStandIn } from './server';

const holder = globalThis as typeof globalThis & { headcraftStripeStandIn?: Promise<StandIn> };

/** Whether payments go to the local stand-in: embedded mode, no key, no other address. */
export function usesLocalStripe(): boolean {
  const { embedded, STRIPE_SECRET_KEY, STRIPE_API_BASE } = env();
  return embedded && !STRIPE_SECRET_KEY && !STRIPE_API_BASE;
}

export function localStripe(): Promise<StandIn> {
  if (!usesLocalStripe()) return Promise.reject(new Error('The local Stripe stand-in is not in use.'));
  holder.headcraftStripeStandIn ??= startStripeStandIn({
    dataDir: path.join(env().dataDir, 'stripe'),
    appUrl: env().appUrl,
    secretKey: localSecretKey(),
    webhookSecret: env().STRIPE_WEBHOOK_SECRET ?? localWebhookSecret(),
  }).catch((error: unknown) => {
    holder.headcraftStripeStandIn = undefined;
    throw error;
  });
  return holder.headcraftStripeStandIn;
}

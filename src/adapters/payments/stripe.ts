/**
 * The payments port is Stripe's own SDK: against Stripe, against any server that speaks Stripe's API
 * (`STRIPE_API_BASE`), or, embedded and without a key, against the local stand-in.
 */
import Stripe from 'stripe';
import { env } from '@/env';
import { localStripeAddress } from './stand-in/process';
import { localSecretKey, localWebhookSecret } from './stand-in/secrets';
import { httpClient } from './stripe-http';

/** Whether payments go to the local stand-in, for whoever shows or hides its pages. */
export { usesLocalStripe } from './stand-in/process';

export type StripeAccount = {
  client: Stripe;
  /** `whsec_…`, trimmed and never empty. */
  webhookSecret: string;
  /** Whether the key moves real money: events of the other kind are refused. */
  livemode: boolean;
};

type Settings = { secretKey: string; webhookSecret: string; apiBase?: string };

const NETWORK_RETRIES = 2;
/** Milliseconds of one try. Stripe answers within two seconds; a person waits for the checkout page. */
const TIMEOUT = 10_000;

const holder = globalThis as typeof globalThis & { headcraftStripe?: Promise<StripeAccount> };

/** The process's Stripe account. Rejects when the configuration is incomplete. */
export function stripeAccount(): Promise<StripeAccount> {
  holder.headcraftStripe ??= readSettings()
    .then(openAccount)
    .catch((error: unknown) => {
      holder.headcraftStripe = undefined;
      throw error;
    });
  return holder.headcraftStripe;
}

/** Throws for a webhook secret that would verify nothing and for an unusable base address. */
export function openAccount({ secretKey, webhookSecret, apiBase }: Settings): StripeAccount {
  if (!/^whsec_\S+$/.test(webhookSecret))
    throw new Error('Configuration: STRIPE_WEBHOOK_SECRET is not whsec_…');
  const client = new Stripe(secretKey, {
    apiVersion: '2026-08-26.dahlia',
    maxNetworkRetries: NETWORK_RETRIES,
    timeout: TIMEOUT,
    telemetry: false,
    appInfo: { name: 'headcraft' },
    ...(apiBase ? address(apiBase) : {}),
  });
  return { client, webhookSecret, livemode: /^(sk|rk)_live_/.test(secretKey) };
}

async function readSettings(): Promise<Settings> {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE, embedded } = env();
  if (!STRIPE_SECRET_KEY && !embedded) throw new Error('Configuration: STRIPE_SECRET_KEY is not set');
  return {
    secretKey: STRIPE_SECRET_KEY ?? localSecretKey(),
    webhookSecret: STRIPE_WEBHOOK_SECRET ?? localWebhookSecret(),
    apiBase: STRIPE_API_BASE ?? (STRIPE_SECRET_KEY ? undefined : await localStripeAddress()),
  };
}

/** Where requests go. The SDK adds `/v1` itself, so that an address may be given with or without it. */
function address(apiBase: string): Pick<Stripe.StripeConfig, 'protocol' | 'host' | 'port' | 'httpClient'> {
  const url = new URL(apiBase);
  const protocol = url.protocol === 'http:' ? 'http' : 'https';
  return {
    protocol,
    // URLs write IPv6 addresses in brackets, sockets want them bare.
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port || (protocol === 'http' ? '80' : '443'),
    httpClient: httpClient(url.pathname.replace(/(\/v1)?\/*$/, '')),
  };
}

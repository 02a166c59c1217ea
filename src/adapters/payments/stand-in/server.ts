/**
 * A local Stripe over HTTP, for a laptop without an account and for tests: the product talks to it through Stripe's own SDK and
 * takes its really signed webhooks, exactly as with Stripe. It exists only in embedded mode without a Stripe key.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, plus, systemClock } from '@/lib/time';
import { type Control, createControl } from './control';
import { startDelivery } from './delivery';
import { openFailures } from './failures';
import { isFact } from './faults';
import { answerRequest } from './http';
import { openPages, type Pages } from './pages/pages';
import { seedPromotions } from './promotions';
import { openStore, type Store } from './store';
import { forgetOld, runDue } from './timeline';
import { attempt } from './undo';

const SWEEP_EVERY = 30_000;

export type StandInSettings = {
  /** Folder of its own state. */
  dataDir: string;
  /** Where the app answers `/api/stripe/webhook`. */
  appUrl: string;
  secretKey: string;
  webhookSecret: string;
  /** The port it would like; another one when that is taken, any one without it. */
  port?: number;
  clock?: Clock;
};

export type StandIn = {
  /** `http://127.0.0.1:<port>`, for the SDK. */
  readonly apiBase: string;
  readonly store: Store;
  /** The hosted pages, and their buttons. */
  readonly page: Pages;
  readonly control: Control;
  /** Resolves when everything that was pressed is on disk. Whoever tells somebody of it waits for this. */
  saved(): Promise<void>;
  stop(): Promise<void>;
};

export async function startStripeStandIn(settings: StandInSettings): Promise<StandIn> {
  const { secretKey, webhookSecret, clock = systemClock } = settings;
  const store = openStore(settings.dataDir);
  const now = () => plus(clock(), store.ahead);
  const url = new URL('/api/stripe/webhook', settings.appUrl).href;
  const delivery = startDelivery(store, { url, webhookSecret, now });
  store.origin ??= new URL(settings.appUrl).origin;
  const changed = () => {
    store.touch();
    delivery.kick();
  };
  /** Whatever `work` does is done whole or not at all, and will be on disk before the app hears of it. */
  function change<T>(work: (store: Store, now: Date) => T): T {
    try {
      return attempt(store, (given) => work(given, now()), isFact);
    } finally {
      changed();
    }
  }
  change(seedPromotions);
  const failures = openFailures();
  const server = createServer((request, response) => {
    void answerRequest(store, request, response, { secretKey, now, changed, failures });
  });
  await listen(server, settings.port ?? 0);
  server.unref();
  const sweep = setInterval(() => {
    const done = runDue(store, now());
    if (forgetOld(store, now()) || done) changed();
  }, SWEEP_EVERY);
  sweep.unref();
  const { port } = server.address() as AddressInfo;
  const control = createControl(store, { delivery, failures, now, change });
  return {
    apiBase: `http://127.0.0.1:${port}`,
    store,
    page: openPages(store, control, change),
    control,
    saved: () => store.saved(),
    stop: async () => {
      clearInterval(sweep);
      delivery.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await store.saved();
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, 0);
  }
}

/**
 * A local Stripe over HTTP, for a laptop without an account and for tests: the product talks to it through Stripe's own SDK and
 * takes its really signed webhooks, exactly as with Stripe. It exists only in embedded mode without a Stripe key.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { safeEqual, sha256Hex } from '@/lib/hash';
import { log } from '@/lib/log';
import { type Clock, DAY, systemClock } from '@/lib/time';
import { ROUTES } from './calls';
import type { CardInput } from './cards';
import {
  findDocument,
  type PaymentDocument,
  type PayResult,
  payByBank,
  payByCard,
  settleBankPayment,
} from './checkout';
import { startDelivery } from './delivery';
import { badRequest, reusedKey, StripeFault, unknownCall, wrongKey } from './faults';
import { parseForm } from './form';
import type { Session } from './objects';
import { expireDueSessions, expireSession, getSession } from './sessions';
import { openStore, type Store, stripeId } from './store';

const MAX_BODY = 256 * 1024;
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
  /** The hosted payment page's buttons. */
  readonly page: {
    find(sessionId: string): Session | null;
    pay(sessionId: string, input: CardInput & { promotionCode?: string }): PayResult;
    payByBank(sessionId: string): PayResult;
    settleBankPayment(sessionId: string, arrived: boolean): void;
    expire(sessionId: string): void;
    findDocument(id: string): PaymentDocument | null;
  };
  stop(): Promise<void>;
};

export async function startStripeStandIn(settings: StandInSettings): Promise<StandIn> {
  const { secretKey, webhookSecret, clock = systemClock } = settings;
  const store = openStore(settings.dataDir);
  const delivery = startDelivery(store, {
    url: new URL('/api/stripe/webhook', settings.appUrl).href,
    webhookSecret,
  });
  /** Whatever happens in `work` is on disk before anyone hears of it. */
  function change<T>(work: () => T): T {
    try {
      return work();
    } finally {
      store.save();
      delivery.kick();
    }
  }
  const server = createServer((request, response) => {
    void answer(request, response, (path, body) =>
      change(() => handle(store, request, path, body, secretKey, clock())),
    );
  });
  await listen(server, settings.port ?? 0);
  server.unref();
  const sweep = setInterval(() => change(() => expireDueSessions(store, clock())), SWEEP_EVERY);
  sweep.unref();
  const { port } = server.address() as AddressInfo;
  return {
    apiBase: `http://127.0.0.1:${port}`,
    store,
    page: {
      find: (id) => (store.sessions[id] ? change(() => getSession(store, id, clock())) : null),
      pay: (id, input) => change(() => payByCard(store, id, input, clock())),
      payByBank: (id) => change(() => payByBank(store, id, clock())),
      settleBankPayment: (id, arrived) => change(() => settleBankPayment(store, id, arrived, clock())),
      expire: (id) => void change(() => expireSession(store, id, clock())),
      findDocument: (id) => findDocument(store, id),
    },
    stop: () => {
      clearInterval(sweep);
      delivery.stop();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
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

type Answer = { status: number; body: string; replayed?: boolean };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  work: (url: URL, body: string) => Answer,
): Promise<void> {
  let result: Answer;
  try {
    result = work(new URL(request.url ?? '/', 'http://stand-in'), await readBody(request));
  } catch (error) {
    result = faultAnswer(error);
  }
  response.writeHead(result.status, {
    'Content-Type': 'application/json',
    'Request-Id': stripeId('req'),
    ...(result.replayed ? { 'Idempotent-Replayed': 'true' } : {}),
  });
  response.end(result.body);
}

function faultAnswer(error: unknown): Answer {
  const known = error instanceof StripeFault;
  if (!known) log.error({ err: error }, 'stripe stand-in');
  const status = known ? error.status : 500;
  const body = known ? error.error : { type: 'api_error', message: 'The stand-in failed.' };
  return { status, body: JSON.stringify({ error: body }) };
}

function handle(
  store: Store,
  request: IncomingMessage,
  url: URL,
  body: string,
  secretKey: string,
  now: Date,
): Answer {
  const method = request.method ?? 'GET';
  if (!safeEqual(request.headers.authorization ?? '', `Bearer ${secretKey}`)) throw wrongKey();
  const match = ROUTES.map((route) => ({ route, found: route.path.exec(url.pathname) })).find(
    ({ route, found }) => found && route.method === method,
  );
  if (!match) throw unknownCall(method, url.pathname);
  const encoded = method === 'GET' ? url.search.slice(1) : body;
  const id = decodeURIComponent(match.found?.[1] ?? '');
  const run = () => {
    const result = match.route.answer({ store, id, params: parseForm(encoded), now });
    return JSON.stringify(result);
  };
  const key = request.headers['idempotency-key'];
  if (method === 'GET' || typeof key !== 'string') return { status: 200, body: run() };
  return once(store, key, sha256Hex(`${method} ${url.pathname}\n${encoded}`), now, run);
}

/** The same key with the same request answers the first result; with another request it is refused. Keys live a day. */
function once(store: Store, key: string, hash: string, now: Date, run: () => string): Answer {
  for (const [old, { at }] of Object.entries(store.answers)) {
    if (at < now.getTime() - DAY) delete store.answers[old];
  }
  const kept = store.answers[key];
  if (kept && kept.hash !== hash) throw reusedKey(key);
  if (kept) return { status: 200, body: kept.body, replayed: true };
  const body = run();
  store.answers[key] = { hash, at: now.getTime(), body };
  return { status: 200, body };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw badRequest('The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

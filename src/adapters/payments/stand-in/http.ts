/** Stripe's HTTP: bearer key, form bodies, idempotency keys, errors as JSON. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { safeEqual, sha256Hex } from '@/lib/hash';
import { log } from '@/lib/log';
import { DAY } from '@/lib/time';
import { findCall } from './calls';
import { type Failure, type Failures, fail } from './failures';
import { badRequest, isFact, reusedKey, StripeFault, unknownCall, wrongKey } from './faults';
import { parseForm } from './form';
import { type Store, stripeId } from './store';
import { attempt } from './undo';

const MAX_BODY = 256 * 1024;

type Options = { secretKey: string; now: () => Date; changed: () => void; failures: Failures };
type Answer = { status: number; body: string; replayed?: boolean };

/** Answers one request, after everything that it changed is on disk. */
export async function answerRequest(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
  options: Options,
): Promise<void> {
  let result: Answer;
  let failure: Failure | null = null;
  try {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const body = await readBody(request);
    failure = options.failures.take(request.method ?? 'GET', url.pathname);
    if (failure && !failure.done) {
      fail(failure, request, response);
      return;
    }
    result = handle(store, request, url, body, options);
    await store.saved();
  } catch (error) {
    result = faultAnswer(error);
  }
  if (failure) {
    fail(failure, request, response);
    return;
  }
  response.writeHead(result.status, {
    'Content-Type': 'application/json',
    'Request-Id': stripeId('req'),
    ...(result.replayed ? { 'Idempotent-Replayed': 'true' } : {}),
  });
  response.end(result.body);
}

function handle(
  store: Store,
  request: IncomingMessage,
  url: URL,
  body: string,
  { secretKey, now, changed }: Options,
): Answer {
  const method = request.method ?? 'GET';
  if (!safeEqual(request.headers.authorization ?? '', `Bearer ${secretKey}`)) throw wrongKey();
  const call = findCall(method, url.pathname);
  if (!call) throw unknownCall(method, url.pathname);
  const encoded = method === 'POST' ? body : url.search.slice(1) || body;
  const { route, ids } = call;
  const at = now();
  const answer = (given: Store) =>
    JSON.stringify(
      route.answer({ store: given, id: ids[0] ?? '', ids, params: parseForm(encoded), now: at }),
    );
  if (method === 'GET') return { status: 200, body: answer(store) };
  const run = () => attempt(store, answer, isFact);
  try {
    const key = request.headers['idempotency-key'];
    // A key has no effect on a DELETE, which changes nothing when it comes again.
    if (method !== 'POST' || typeof key !== 'string') return { status: 200, body: run() };
    return once(store, key, sha256Hex(`${method} ${url.pathname}\n${encoded}`), at, run);
  } finally {
    changed();
  }
}

/** The same key with the same request answers the first result, also a refusal; with another request it is refused. Keys live a day. */
function once(store: Store, key: string, hash: string, now: Date, run: () => string): Answer {
  const kept = store.answers[key];
  const fresh = kept && kept.at >= now.getTime() - DAY ? kept : undefined;
  if (fresh && fresh.hash !== hash) throw reusedKey(key);
  if (fresh) return { status: fresh.status, body: fresh.body, replayed: true };
  const keep = (answer: Answer) => {
    store.answers[key] = { hash, at: now.getTime(), ...answer };
    return answer;
  };
  try {
    return keep({ status: 200, body: run() });
  } catch (error) {
    if (error instanceof StripeFault && error.kept) keep(faultAnswer(error));
    throw error;
  }
}

function faultAnswer(error: unknown): Answer {
  const known = error instanceof StripeFault;
  if (!known) log.error({ err: error }, 'stripe stand-in');
  const status = known ? error.status : 500;
  const body = known ? error.error : { type: 'api_error', message: 'The stand-in failed.' };
  return { status, body: JSON.stringify({ error: body }) };
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

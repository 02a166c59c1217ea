/**
 * A deliberately basic Stripe: customers, checkout sessions and payment intents, in the fewest fields that one could get away with,
 * and a page of HTML for everything else. Nothing is expanded, checked or listed; events name no mode and no time. The product must
 * sell behind it as well: `STRIPE_API_BASE` may point at any server that speaks some of Stripe's API.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { WEBHOOK_SECRET } from './payments';
import { pointAtTestDatabase } from './signed-in';

type Fields = Record<string, unknown>;

/** Set before the first test runs. */
export const basic = {
  sessions: new Map<string, Fields>(),
  payments: new Map<string, Fields>(),
  /** What was asked for and is not there. */
  unknown: [] as string[],
  /** What it does with `expand`: nothing, or a refusal. */
  expand: 'ignored' as 'ignored' | 'refused',
};

const KEY = 'sk_test_basic';

/** Starts it below a path of its own, and points the product at it. */
export function withBasicStripe(): void {
  let count = 0;
  const server = createServer(async (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').replace(/^\/payments\/stripe/, '').split('?');
    const form = new URLSearchParams(await readBody(request));
    if (request.headers.authorization !== `Bearer ${KEY}`)
      return answer(response, 401, refusal('Invalid key'));
    if (basic.expand === 'refused' && `${query}&${form}`.includes('expand')) {
      return answer(response, 400, refusal('Received unknown parameter: expand'));
    }
    count += 1;
    const found = route(`${request.method} ${path}`, form, count);
    if (found) return answer(response, 200, found);
    basic.unknown.push(`${request.method} ${path}`);
    response
      .writeHead(404, { 'Content-Type': 'text/html' })
      .end(`<pre>Cannot ${request.method} ${path}</pre>`);
  });
  beforeAll(async () => {
    await pointAtTestDatabase();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.STRIPE_API_BASE = `http://127.0.0.1:${(server.address() as AddressInfo).port}/payments/stripe`;
    process.env.STRIPE_SECRET_KEY = KEY;
    process.env.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET;
  });
  afterAll(() => {
    server.close();
  });
}

/** Pays the page: its payment, and the session with it. */
export function payAtBasic(sessionId: string, more: { session?: Fields; payment?: Fields } = {}): string {
  const session = sessionOf(sessionId);
  const id = `pi_basic_${basic.payments.size + 1}`;
  basic.payments.set(id, {
    id,
    object: 'payment_intent',
    status: 'succeeded',
    amount: session.amount_total,
    currency: session.currency,
    ...more.payment,
  });
  Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: id, ...more.session });
  return id;
}

export function sessionOf(id: string): Fields {
  const found = basic.sessions.get(id);
  if (!found) throw new Error(`no session ${id}`);
  return found;
}

function route(call: string, form: URLSearchParams, count: number): Fields | null {
  if (call === 'POST /v1/customers') return { id: `cus_basic_${count}`, object: 'customer' };
  if (call === 'POST /v1/checkout/sessions') return openSession(form, `cs_test_basic_${count}`);
  const [, kind, id = ''] = /^GET \/v1\/(checkout\/sessions|payment_intents)\/(\w+)$/.exec(call) ?? [];
  if (kind === 'checkout/sessions') return basic.sessions.get(id) ?? null;
  return kind === 'payment_intents' ? (basic.payments.get(id) ?? null) : null;
}

function openSession(form: URLSearchParams, id: string): Fields {
  const session: Fields = {
    id,
    object: 'checkout.session',
    url: `https://pay.example.test/c/${id}`,
    status: 'open',
    payment_status: 'unpaid',
    amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
    currency: form.get('line_items[0][price_data][currency]'),
    client_reference_id: form.get('client_reference_id'),
    metadata: { order_id: form.get('metadata[order_id]') },
  };
  basic.sessions.set(id, session);
  return session;
}

const refusal = (message: string) => ({ error: { type: 'invalid_request_error', message } });

function answer(response: ServerResponse, status: number, body: Fields): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

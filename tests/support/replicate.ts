/**
 * A small Replicate over HTTP: files, predictions, delivery and webhooks, refused as the service refuses. What becomes of each prediction
 * is a script of the test.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signWebhook } from '@/adapters/replicate/webhook-signature';

export type StandInPrediction = {
  id: string;
  model: string;
  status: 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled' | 'aborted';
  input: Record<string, unknown>;
  output: unknown;
  error: string | null;
  webhook: string | null;
  cancelAfter: string;
  /** What was read of the uploaded files when it was created. */
  references: number;
};

/** Decides what becomes of a prediction that was just created; whatever it does later, it does by itself. */
export type Fate = (prediction: StandInPrediction, api: ReplicateStandIn) => Promise<void> | void;

export type RawAnswer = (response: ServerResponse) => void;

export type Ring = { id: string; timestamp: string; signature: string; body: string };

export type ReplicateStandIn = {
  url: string;
  token: string;
  files: Map<string, Buffer>;
  uploads: number;
  predictions: StandInPrediction[];
  cancelled: string[];
  reads: number;
  /** Fates to come; when they are used up, `otherwise`. */
  script: Fate[];
  otherwise: Fate;
  /** Answers to the next requests that create, read, upload, deliver or delete, instead of what it would say. */
  instead: Partial<Record<'create' | 'read' | 'upload' | 'output' | 'delete', RawAnswer[]>>;
  /** Whether a request came with the key to where it must not. */
  leaked: boolean;
  /** Stores a picture and answers its address. */
  deliver(image: Uint8Array): string;
  /** A signed webhook for this prediction. */
  sign(prediction: StandInPrediction, now?: Date): Ring;
  close(): Promise<void>;
};

const TOKEN = 'r8_stand_in';
export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of the stand-in, 32 bytes').toString('base64')}`;

export async function startReplicate(otherwise: Fate): Promise<ReplicateStandIn> {
  const outputs = new Map<string, Uint8Array>();
  const api: ReplicateStandIn = {
    url: '',
    token: TOKEN,
    files: new Map(),
    uploads: 0,
    predictions: [],
    cancelled: [],
    reads: 0,
    script: [],
    otherwise,
    instead: {},
    leaked: false,
    deliver(image) {
      const name = `out-${outputs.size + 1}.png`;
      outputs.set(name, image);
      return `${api.url}/delivery/${name}`;
    },
    sign(prediction, now = new Date()) {
      const id = `msg_${prediction.id}`;
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const body = JSON.stringify(shown(prediction));
      return {
        id,
        timestamp,
        body,
        signature: signWebhook({ id, timestamp, body: Buffer.from(body) }, WEBHOOK_SECRET),
      };
    },
    close: async () => {},
  };

  const server = createServer((request, response) => {
    route(request, response).catch(() => response.destroy());
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/^\/v1/, '');
    const key = `${request.method} ${path}`;
    const body = await bodyOf(request);
    if (path.startsWith('/delivery/')) {
      if (request.headers.authorization) api.leaked = true;
      const other = api.instead.output?.shift();
      if (other) return other(response);
      const image = outputs.get(path.slice('/delivery/'.length));
      if (!image) return void response.writeHead(404).end();
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(image);
    }
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return problem(response, 401, 'Unauthenticated');
    if (key === 'POST /files') return upload(request, body, response);
    if (key.startsWith('DELETE /files/')) {
      const other = api.instead.delete?.shift();
      if (other) return other(response);
      return void response.writeHead(api.files.delete(path.split('/').at(-1) ?? '') ? 204 : 404).end();
    }
    const model = /^POST \/models\/([^/]+\/[^/]+)\/predictions$/.exec(key)?.[1];
    if (model) return create(request, model, body, response);
    const [, id, cancel] = /^\/predictions\/([^/]+)(\/cancel)?$/.exec(path) ?? [];
    const found = api.predictions.find((one) => one.id === id);
    if (!found) return problem(response, 404, 'Not found');
    if (cancel) {
      api.cancelled.push(found.id);
      if (found.status === 'starting' || found.status === 'processing') found.status = 'canceled';
    } else {
      api.reads += 1;
      const other = api.instead.read?.shift();
      if (other) return other(response);
    }
    json(response, 200, shown(found));
  }

  async function upload(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const other = api.instead.upload?.shift();
    if (other) return other(response);
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const content = form.get('content');
    if (!(content instanceof File)) return problem(response, 422, 'content is required');
    api.uploads += 1;
    const id = `file-${api.uploads}`;
    api.files.set(id, Buffer.from(await content.arrayBuffer()));
    json(response, 201, { id, name: content.name, urls: { get: `${api.url}/files/${id}` } });
  }

  async function create(
    request: IncomingMessage,
    model: string,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const other = api.instead.create?.shift();
    if (other) return other(response);
    const { input, webhook, webhook_events_filter: events } = JSON.parse(String(body)) as CreateBody;
    const wrong = refusal(input, webhook, events, String(request.headers['cancel-after'] ?? ''));
    if (wrong) return problem(response, 422, wrong);
    const images = (input.image_input ?? input.input_images) as string[];
    const prediction: StandInPrediction = {
      id: `pred${api.predictions.length + 1}`,
      model,
      status: 'starting',
      input,
      output: null,
      error: null,
      webhook: webhook ?? null,
      cancelAfter: String(request.headers['cancel-after']),
      references: images.filter((url) => api.files.has(url.split('/').at(-1) ?? '')).length,
    };
    api.predictions.push(prediction);
    json(response, 201, shown(prediction));
    await (api.script.shift() ?? api.otherwise)(prediction, api);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  api.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return api;
}

type CreateBody = { input: Record<string, unknown>; webhook?: string; webhook_events_filter?: string[] };

/** What the service would refuse, and what must never leave. */
function refusal(
  input: Record<string, unknown>,
  webhook: string | undefined,
  events: string[] | undefined,
  cancelAfter: string,
): string | null {
  if (typeof input.prompt !== 'string' || input.prompt === '') return 'input.prompt is required';
  if (JSON.stringify(input).includes(TOKEN)) return 'the token is in the input';
  if (JSON.stringify(input).includes('data:')) return 'data URIs are not used';
  if (!/^\d+s$/.test(cancelAfter)) return 'Cancel-After is not a duration';
  if (webhook && events?.join() !== 'completed') return 'webhook_events_filter';
  return null;
}

function shown({ id, model, status, output, error }: StandInPrediction): object {
  return { id, model, status, output, error, metrics: { predict_time: 12.5 } };
}

export function problem(response: ServerResponse, status: number, detail: string, headers = {}): void {
  json(response, status, { title: detail, detail, status }, headers);
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

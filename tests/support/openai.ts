/**
 * A small OpenAI over HTTP for the real SDK: image edits and structured answers, refused as the service refuses. What it answers next is a
 * script of the test; what it was asked is checked against the published limits and kept.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type EditRequest = {
  prompt: string;
  model: string;
  size: string;
  width: number;
  height: number;
  quality: string;
  safetyIdentifier: string;
  images: Buffer[];
};

export type LookRequest = {
  model: string;
  store: boolean;
  safetyIdentifier: string;
  instructions: string;
  photos: Buffer[];
  schema: unknown;
};

/** Writes one answer; given the checked request and how many came before. */
export type EditAnswer = (request: EditRequest, response: ServerResponse, at: number) => Promise<void> | void;

export type ChatRequest = {
  model: string;
  store: boolean;
  safetyIdentifier: string;
  instructions: string;
  input: string;
  schema: unknown;
};

/** Writes one streamed answer. */
export type ChatAnswer = (request: ChatRequest, response: ServerResponse) => Promise<void> | void;

export type OpenAiStandIn = {
  url: string;
  key: string;
  edits: EditRequest[];
  looks: LookRequest[];
  /** Answers to come; when they are used up, `otherwise`. */
  script: EditAnswer[];
  otherwise: EditAnswer;
  /** What the vision model says; an error status instead. */
  look: unknown;
  chats: ChatRequest[];
  /** Streamed answers to come; without one the service is down. */
  chatScript: ChatAnswer[];
  /** Texts that were asked about, and the categories that the next answers flag; an error status instead. */
  moderated: string[];
  flags: string[] | number;
  close(): Promise<void>;
};

const KEY = 'sk-test-stand-in';

export async function startOpenAi(otherwise: EditAnswer): Promise<OpenAiStandIn> {
  const standIn: OpenAiStandIn = {
    url: '',
    key: KEY,
    edits: [],
    looks: [],
    script: [],
    otherwise,
    look: null,
    chats: [],
    chatScript: [],
    moderated: [],
    flags: [],
    close: async () => {},
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-request-id', `req_${standIn.edits.length + standIn.looks.length + 1}`);
    const body = await bodyOf(request);
    if (request.headers.authorization !== `Bearer ${KEY}`)
      return fail(response, 401, { code: 'invalid_api_key', message: 'Incorrect API key provided: sk-***.' });
    if (request.method === 'POST' && request.url === '/v1/images/edits') {
      const edit = await readEdit(request, body);
      if (typeof edit === 'string') return fail(response, 400, { code: 'invalid_value', message: edit });
      const at = standIn.edits.push(edit) - 1;
      return (standIn.script.shift() ?? standIn.otherwise)(edit, response, at);
    }
    if (request.method === 'POST' && request.url === '/v1/responses') {
      const asked = JSON.parse(String(body)) as LookBody & ChatBody;
      if (asked.stream) {
        const chat = readChat(asked);
        standIn.chats.push(chat);
        const next = standIn.chatScript.shift();
        return next ? next(chat, response) : fail(response, 503, { code: 'server_error' });
      }
      standIn.looks.push(readLook(asked));
      if (typeof standIn.look === 'number') return fail(response, standIn.look, { code: 'server_error' });
      return json(response, 200, responseWith(standIn.look));
    }
    if (request.method === 'POST' && request.url === '/v1/moderations') {
      const { model, input } = JSON.parse(String(body)) as { model: string; input: string };
      standIn.moderated.push(input);
      if (typeof standIn.flags === 'number') return fail(response, standIn.flags, { code: 'server_error' });
      return json(response, 200, moderationOf(model, standIn.flags));
    }
    return fail(response, 404, {
      code: 'unknown_url',
      message: `Invalid URL (${request.method} ${request.url})`,
    });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  standIn.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return standIn;
}

/** The picture as the service sends it. */
export function sendPicture(response: ServerResponse, image: Uint8Array | null, references = 4): void {
  json(response, 200, {
    created: 1_795_000_000,
    data: image ? [{ b64_json: Buffer.from(image).toString('base64') }] : [],
    output_format: 'png',
    quality: 'high',
    usage: {
      input_tokens: 400 + 300 * references,
      input_tokens_details: { image_tokens: 300 * references, text_tokens: 400 },
      output_tokens: 1500,
      total_tokens: 1900 + 300 * references,
    },
  });
}

/** An error in the service's own shape. */
export function fail(
  response: ServerResponse,
  status: number,
  error: { code: string | null; message?: string; type?: string },
  headers: Record<string, string> = {},
): void {
  const { code, message = 'The request failed.', type = 'invalid_request_error' } = error;
  json(response, status, { error: { message, type, param: null, code } }, headers);
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

const FIELDS = [
  'model',
  'image[]',
  'prompt',
  'size',
  'quality',
  'n',
  'output_format',
  'background',
  'safety_identifier',
];

/** The request, or what the service would refuse it for. */
async function readEdit({ headers }: IncomingMessage, body: Buffer): Promise<EditRequest | string> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
  const unknown = [...form.keys()].find((name) => !FIELDS.includes(name));
  if (unknown) return `Unknown parameter: '${unknown}'.`;
  const text = (name: string) => String(form.get(name) ?? '');
  const files = form.getAll('image[]').filter((part): part is File => part instanceof File);
  if (files.length === 0 || files.length > 16) return 'image: between 1 and 16 images.';
  for (const file of files) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size > 50e6) return 'image: unsupported.';
  }
  const size = /^(\d+)x(\d+)$/.exec(text('size'));
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  if (!size || width % 16 !== 0 || height % 16 !== 0) return 'size: multiples of 16.';
  if (text('prompt').length === 0 || text('prompt').length > 32_000) return 'prompt: up to 32000 characters.';
  if (!text('model').startsWith('gpt-image-')) return 'model: unknown.';
  return {
    prompt: text('prompt'),
    model: text('model'),
    size: text('size'),
    width,
    height,
    quality: text('quality'),
    safetyIdentifier: text('safety_identifier'),
    images: await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer()))),
  };
}

type LookBody = {
  model: string;
  store: boolean;
  safety_identifier: string;
  instructions: string;
  input: { content: { image_url: string }[] }[];
  text: { format: { schema: unknown } };
};

type ChatBody = { stream?: boolean };

function readChat(body: Omit<LookBody, 'input'> & { input: unknown }): ChatRequest {
  const { model, store, safety_identifier: safetyIdentifier, instructions, input, text } = body;
  return { model, store, safetyIdentifier, instructions, input: String(input), schema: text.format.schema };
}

const CATEGORIES = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/intent',
  'self-harm/instructions',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
];

function moderationOf(model: string, flags: readonly string[]): object {
  const of = <T>(value: (name: string) => T) =>
    Object.fromEntries(CATEGORIES.map((name) => [name, value(name)]));
  const categories = of((name) => flags.includes(name));
  const scores = of((name) => (flags.includes(name) ? 0.97 : 0.001));
  const types = of(() => ['text']);
  return {
    id: 'modr-1',
    model,
    results: [
      { flagged: flags.length > 0, categories, category_scores: scores, category_applied_input_types: types },
    ],
  };
}

/** The events of a streamed answer, as the service words them. `end`: how it ends, if it does. */
export async function streamText(
  response: ServerResponse,
  pieces: readonly string[],
  end: 'completed' | 'failed' | 'incomplete' | 'refusal' | 'cut' = 'completed',
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  let at = 0;
  const send = (type: string, more: object) => {
    at += 1;
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: at, ...more })}\n\n`);
  };
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const whole = responseWith(null);
  send('response.created', { response: { ...whole, status: 'in_progress', output: [] } });
  for (const delta of pieces) send('response.output_text.delta', { ...place, delta, logprobs: [] });
  if (end === 'cut') {
    response.destroy();
    return;
  }
  if (end === 'refusal') send('response.refusal.done', { ...place, refusal: 'I can’t help with that.' });
  if (end === 'completed' || end === 'refusal') send('response.completed', { response: whole });
  if (end === 'failed')
    send('response.failed', {
      response: { ...whole, status: 'failed', error: { code: 'server_error', message: 'Sorry.' } },
    });
  if (end === 'incomplete')
    send('response.incomplete', {
      response: { ...whole, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
    });
  response.end();
}

function readLook(body: LookBody): LookRequest {
  const { model, store, safety_identifier, instructions, input, text } = body;
  return {
    model,
    store,
    safetyIdentifier: safety_identifier,
    instructions,
    photos: (input[0]?.content ?? []).map(({ image_url }) =>
      Buffer.from(image_url.split(',')[1] ?? '', 'base64'),
    ),
    schema: text.format.schema,
  };
}

function responseWith(answer: unknown): object {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_795_000_000,
    status: 'completed',
    model: 'gpt-6-luna',
    output: [
      {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: JSON.stringify(answer), annotations: [] }],
      },
    ],
    usage: { input_tokens: 500, output_tokens: 60, total_tokens: 560 },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

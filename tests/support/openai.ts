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
      standIn.looks.push(readLook(body));
      if (typeof standIn.look === 'number') return fail(response, standIn.look, { code: 'server_error' });
      return json(response, 200, responseWith(standIn.look));
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

function readLook(body: Buffer): LookRequest {
  const { model, store, safety_identifier, instructions, input, text } = JSON.parse(String(body)) as LookBody;
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

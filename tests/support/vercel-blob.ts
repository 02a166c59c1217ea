/**
 * A small Vercel Blob over HTTP for the real SDK: put, head, delete and private reads, refused as the service refuses:
 * without the store's token, with public access, or for a name that is not there. A client token may only put, what its signed terms allow,
 * from browsers of any site (CORS).
 */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type VercelBlob = {
  url: string;
  token: string;
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** Headers of the puts, in their order. */
  puts: IncomingMessage['headers'][];
  close(): Promise<void>;
};

export async function startVercelBlob(): Promise<VercelBlob> {
  let url = '';
  const token = 'vercel_blob_rw_teststore_secret';
  const objects: VercelBlob['objects'] = new Map();
  const puts: VercelBlob['puts'] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store');
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      const asked = request.headers['access-control-request-headers'] ?? '';
      response
        .writeHead(204, { 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': asked })
        .end();
      return;
    }
    const terms = termsOf(request.headers.authorization ?? '', token);
    if (!terms) {
      refuse(response, 403, 'forbidden');
      return;
    }
    if (request.method === 'PUT') await put(request, response, searchParams.get('pathname') ?? '', terms);
    else if (terms !== 'all') refuse(response, 403, 'client_token_not_allowed');
    else if (request.method === 'POST' && pathname === '/delete') await remove(request, response);
    else if (pathname.startsWith('/store/')) read(response, pathname.slice('/store/'.length));
    else describe(response, searchParams.get('url') ?? '');
  }

  async function put(
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    terms: Terms,
  ): Promise<void> {
    puts.push(request.headers);
    const bytes = await bodyOf(request);
    const problem = terms === 'all' ? null : breach(terms, key, request, bytes.length);
    if (problem) {
      json(response, 400, { error: { code: 'bad_request', message: problem } });
      return;
    }
    if (request.headers['x-vercel-blob-access'] !== 'private') {
      refuse(response, 400, 'bad_request');
      return;
    }
    const contentType = String(request.headers['x-content-type'] ?? '');
    objects.set(key, { bytes, contentType });
    describe(response, key);
  }

  async function remove(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { urls } = JSON.parse((await bodyOf(request)).toString()) as { urls: string[] };
    for (const key of urls) objects.delete(key);
    json(response, 200, null);
  }

  function read(response: ServerResponse, key: string): void {
    const found = objects.get(key);
    if (!found) {
      refuse(response, 404, 'not_found');
      return;
    }
    response.writeHead(200, { 'content-type': found.contentType, 'content-length': found.bytes.length });
    response.end(found.bytes);
  }

  function describe(response: ServerResponse, key: string): void {
    const found = objects.get(key);
    if (!found) {
      refuse(response, 404, 'not_found');
      return;
    }
    const address = `${url}/store/${key}`;
    json(response, 200, {
      url: address,
      downloadUrl: `${address}?download=1`,
      pathname: key,
      size: found.bytes.length,
      contentType: found.contentType,
      contentDisposition: 'inline',
      cacheControl: 'private',
      uploadedAt: new Date(0).toISOString(),
      etag: '"1"',
    });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, 'unknown_error'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    token,
    objects,
    puts,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Terms =
  | 'all'
  | { pathname: string; allowedContentTypes: string[]; maximumSizeInBytes: number; validUntil: number };

/** `vercel_blob_client_<store>_<base64 of "signature.terms">`; null for a token that is not of this store. */
function termsOf(authorization: string, token: string): Terms | null {
  if (authorization === `Bearer ${token}`) return 'all';
  const [, encoded = ''] = /^Bearer vercel_blob_client_teststore_(.+)$/.exec(authorization) ?? [];
  const [signature, payload = ''] = Buffer.from(encoded, 'base64').toString().split('.');
  if (signature !== createHmac('sha256', token).update(payload).digest('hex')) return null;
  return JSON.parse(Buffer.from(payload, 'base64').toString()) as Terms;
}

function breach(
  terms: Exclude<Terms, 'all'>,
  key: string,
  { headers }: IncomingMessage,
  size: number,
): string | null {
  if (Date.now() > terms.validUntil) return 'Token expired';
  if (key !== terms.pathname) return '"pathname" does not match the token payload';
  const type = String(headers['x-content-type']);
  if (!terms.allowedContentTypes.includes(type)) return `contentType ${type} is not allowed`;
  if (size > terms.maximumSizeInBytes) return 'the file length cannot be greater than allowed';
  return null;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, code: string): void {
  json(response, status, { error: { code, message: code } });
}

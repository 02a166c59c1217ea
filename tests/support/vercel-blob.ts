/**
 * A small Vercel Blob over HTTP for the real SDK: put, head, delete and private reads, refused as the service refuses:
 * without the store's token, with public access, or for a name that is not there.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type VercelBlob = {
  url: string;
  token: string;
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  close(): Promise<void>;
};

export async function startVercelBlob(): Promise<VercelBlob> {
  let url = '';
  const token = 'vercel_blob_rw_teststore_secret';
  const objects: VercelBlob['objects'] = new Map();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store');
    if (request.headers.authorization !== `Bearer ${token}`) {
      refuse(response, 403, 'forbidden');
      return;
    }
    if (request.method === 'PUT') await put(request, response, searchParams.get('pathname') ?? '');
    else if (request.method === 'POST' && pathname === '/delete') await remove(request, response);
    else if (pathname.startsWith('/store/')) read(response, pathname.slice('/store/'.length));
    else describe(response, searchParams.get('url') ?? '');
  }

  async function put(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    if (request.headers['x-vercel-blob-access'] !== 'private') {
      refuse(response, 400, 'bad_request');
      return;
    }
    const contentType = String(request.headers['x-content-type'] ?? '');
    objects.set(key, { bytes: await bodyOf(request), contentType });
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
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
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

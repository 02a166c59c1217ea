/**
 * A small S3 over HTTP for the real SDK: put, get and delete of one bucket, addressed by path. Every request's signature and the hash of
 * its body are worked out anew (Signature Version 4), so that a wrong secret or a changed byte is refused as S3 refuses it. So are signed
 * addresses, which browsers of any site may use (CORS).
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type S3StandIn = {
  url: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** What the next requests are answered with instead, one each: a status, or `hang up`. */
  instead: (number | 'hang up')[];
  /** Keys that cannot be deleted. */
  locked: Set<string>;
  requests: { method: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
};

export async function startS3(): Promise<S3StandIn> {
  const standIn: S3StandIn = {
    url: '',
    bucket: 'faces',
    accessKeyId: 'AKIDTEST',
    secretAccessKey: 'not-a-real-secret',
    objects: new Map(),
    instead: [],
    locked: new Set(),
    requests: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = createServer((request, response) => {
    answer(standIn, request, response).catch(() => fail(response, 500, 'InternalError'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}

const allowOrigins = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'content-type',
};

async function answer(s3: S3StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const { method = '' } = request;
  const address = new URL(request.url ?? '/', s3.url);
  s3.requests.push({ method, headers: request.headers });
  const instead = s3.instead.shift();
  if (instead === 'hang up') request.socket.destroy();
  else if (instead) fail(response, instead, instead === 503 ? 'SlowDown' : 'InternalError');
  else if (method === 'OPTIONS') response.writeHead(204, allowOrigins).end();
  else if (isExpired(address)) fail(response, 403, 'AccessDenied');
  else if (!isSigned(s3, request, address, body)) fail(response, 403, 'SignatureDoesNotMatch');
  else if (!address.pathname.startsWith(`/${s3.bucket}/`) && address.pathname !== `/${s3.bucket}`)
    fail(response, 404, 'NoSuchBucket');
  else if (method === 'POST' && address.searchParams.has('delete')) deleteMany(s3, response, body.toString());
  else {
    const key = decodeURIComponent(address.pathname.slice(s3.bucket.length + 2));
    if (method === 'PUT') {
      s3.objects.set(key, { bytes: body, contentType: String(request.headers['content-type']) });
      response.writeHead(200, { etag: '"1"', ...allowOrigins }).end();
    } else if (method === 'GET') read(s3, response, key);
    else fail(response, 405, 'MethodNotAllowed');
  }
}

function read({ objects }: S3StandIn, response: ServerResponse, key: string): void {
  const found = objects.get(key);
  if (!found) {
    fail(response, 404, 'NoSuchKey');
    return;
  }
  response.writeHead(200, { 'content-type': found.contentType, 'content-length': found.bytes.length });
  response.end(found.bytes);
}

function deleteMany({ objects, locked }: S3StandIn, response: ServerResponse, body: string): void {
  const keys = [...body.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key ?? '');
  const errors = keys.filter((key) => locked.has(key));
  for (const key of keys) if (!locked.has(key)) objects.delete(key);
  const told = errors.map((key) => `<Error><Key>${key}</Key><Code>AccessDenied</Code></Error>`).join('');
  response.writeHead(200, { 'content-type': 'application/xml' }).end(`<DeleteResult>${told}</DeleteResult>`);
}

type Signature = {
  keyId: string;
  scope: string;
  signed: string;
  signature: string;
  date: string;
  hash: string;
};

/** Out of the header or out of a signed address. */
function signatureOf(headers: IncomingMessage['headers'], { searchParams }: URL): Signature | null {
  const from = searchParams.get('X-Amz-Credential');
  if (from) {
    const [keyId = '', ...scope] = from.split('/');
    const of = (name: string) => searchParams.get(`X-Amz-${name}`) ?? '';
    return {
      keyId,
      scope: scope.join('/'),
      signed: of('SignedHeaders'),
      signature: of('Signature'),
      date: of('Date'),
      hash: 'UNSIGNED-PAYLOAD',
    };
  }
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!parts) return null;
  const [, keyId = '', scope = '', signed = '', signature = ''] = parts;
  const [date, hash] = [String(headers['x-amz-date']), String(headers['x-amz-content-sha256'])];
  return { keyId, scope, signed, signature, date, hash };
}

function isExpired({ searchParams }: URL): boolean {
  const [, year, month, day, time = ''] =
    /^(\d{4})(\d\d)(\d\d)(T\d{6})Z$/.exec(searchParams.get('X-Amz-Date') ?? '') ?? [];
  if (!year) return false;
  const [, hours, minutes, seconds] = /^T(\d\d)(\d\d)(\d\d)$/.exec(time) ?? [];
  const from = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Date.now() > from + Number(searchParams.get('X-Amz-Expires')) * 1_000;
}

function isSigned(
  s3: S3StandIn,
  { method = '', headers }: IncomingMessage,
  address: URL,
  body: Buffer,
): boolean {
  const found = signatureOf(headers, address);
  if (!found) return false;
  const { keyId, scope, signed, signature, date, hash } = found;
  const hashed = headers.authorization ? sha256(body) : 'UNSIGNED-PAYLOAD';
  if (keyId !== s3.accessKeyId || hash !== hashed) return false;
  const query = [...address.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, address.pathname, query, lines.join(''), signed, hash].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer>((secret, part) => hmac(secret, part), Buffer.from(`AWS4${s3.secretAccessKey}`));
  const expected = hmac(key, text);
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(expected, given);
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

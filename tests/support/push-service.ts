/**
 * A push service and a browser on this machine, speaking the real protocol: what arrives is decrypted with the browser's own keys
 * (RFC 8291, 8188) and its sender proven by the signed token (RFC 8292), with nothing of the library that sent it.
 */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { session } from '@/db/schema/auth';
import { pushSubscription } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';

export type Arrived = {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  /** Claims of the token, whose signature is good. */
  claims: { aud: string; sub: string; exp: number };
};

export type PushService = {
  origin: string;
  arrived: Arrived[];
  /** What the next messages are answered. */
  answer: { status: number; headers?: Record<string, string> };
  close(): Promise<void>;
};

export async function startPushService(): Promise<PushService> {
  const service: Omit<PushService, 'origin' | 'close'> = { arrived: [], answer: { status: 201 } };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Record<string, string>;
    const claims = provenClaims(headers.authorization ?? '');
    service.arrived.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks), claims });
    response.writeHead(service.answer.status, service.answer.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(service, {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/** A browser's half: the keys it gives away, and how it reads what comes. */
export function pushBrowser() {
  const ecdh = createECDH('prime256v1');
  const publicKey = ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    read(body: Buffer): unknown {
      const salt = body.subarray(0, 16);
      const sender = body.subarray(21, 21 + (body[20] ?? 0));
      const sealed = body.subarray(21 + sender.length);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
      const secret = hkdf(ecdh.computeSecret(sender), auth, info, 32);
      const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const open = createDecipheriv('aes-128-gcm', key, nonce);
      open.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
      // The last record ends with a delimiter of 2, then zeros.
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
    },
  };
}

function hkdf(from: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', from, salt, info, length));
}

function provenClaims(authorization: string): Arrived['claims'] {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const [head, claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const signer = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const good = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: signer, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!good) throw new Error('A push that nobody signed.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Arrived['claims'];
}

/** A session of this person and a device that it wants to be told on. Answers the device's id. */
export async function makeDevice(db: Db, userId: string, origin = 'https://push.example.com') {
  const [id, sessionId] = [newId('push'), newId('request')];
  const expiresAt = new Date(Date.now() + 60_000);
  const { keys } = pushBrowser();
  await db.insert(session).values({ id: sessionId, userId, token: sessionId, expiresAt });
  await db.insert(pushSubscription).values({ id, userId, sessionId, endpoint: `${origin}/${id}`, ...keys });
  return id;
}

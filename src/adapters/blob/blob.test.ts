import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { put as putFromClient } from '@vercel/blob/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { uploadSource } from '@/lib/upload-source';
import { type S3StandIn, startS3 } from '../../../tests/support/s3';
import { startVercelBlob, type VercelBlob } from '../../../tests/support/vercel-blob';
import { type BlobStore, newBlobKey, type UploadGrant } from './blob';
import { diskBlobs } from './disk';
import { s3Blobs } from './s3';
import { openEmbedding, sealEmbedding } from './vault';
import { vercelBlobs } from './vercel';

const dataDir = mkdtempSync(path.join(tmpdir(), 'headcraft-blobs-'));
let service: VercelBlob;
let s3: S3StandIn;
let stores: Record<BlobStore['kind'], BlobStore>;

const bucket = (changes = {}) =>
  s3Blobs({
    bucket: s3.bucket,
    endpoint: s3.url,
    region: 'auto',
    accessKeyId: s3.accessKeyId,
    secretAccessKey: s3.secretAccessKey,
    ...changes,
  });

beforeAll(async () => {
  service = await startVercelBlob();
  process.env.VERCEL_BLOB_API_URL = service.url;
  const { token, url } = service;
  s3 = await startS3();
  stores = { disk: diskBlobs(dataDir), s3: bucket(), vercel: vercelBlobs({ token, apiUrl: url }) };
});

afterAll(async () => {
  delete process.env.VERCEL_BLOB_API_URL;
  await Promise.all([service.close(), s3.close()]);
});

describe.each(['disk', 's3', 'vercel'] as const)('%s', (kind) => {
  const read = async (key: string) => {
    const found = await stores[kind].get(key);
    return found && { size: found.size, text: await new Response(found.stream).text() };
  };

  test('what is put is read, replaced and deleted; deleting again does nothing', async () => {
    const [one, two] = [newBlobKey('photos', 'jpg'), newBlobKey('photos', 'jpg')];
    await stores[kind].put(one, Buffer.from('first'), 'image/jpeg');
    await stores[kind].put(two, Buffer.from('other'), 'image/jpeg');
    expect(await read(one)).toEqual({ size: 5, text: 'first' });
    await stores[kind].put(one, Buffer.from('again'), 'image/jpeg');
    expect(await read(one)).toEqual({ size: 5, text: 'again' });
    await stores[kind].delete([one, two]);
    await stores[kind].delete([one, two]);
    expect([await read(one), await read(two)]).toEqual([null, null]);
  });

  test('bytes come back as they went in, also many and none', async () => {
    const large = Buffer.alloc(3_000_000, 7);
    for (const bytes of [large, Buffer.alloc(0)]) {
      const key = newBlobKey('pictures', 'jpg');
      await stores[kind].put(key, bytes, 'image/jpeg');
      const found = await stores[kind].get(key);
      expect(found?.size).toBe(bytes.length);
      expect(Buffer.from(await new Response(found?.stream).arrayBuffer()).equals(bytes)).toBe(true);
    }
  });
});

describe.each(['s3', 'vercel'] as const)('a browser with a permission of %s', (kind) => {
  const TYPE = 'image/jpeg';
  const photo = Buffer.from('a photo of eleven');

  async function permit(key: string): Promise<UploadGrant> {
    const expiresAt = new Date(Date.now() + 10 * 60_000);
    const granted = await stores[kind].grantUpload?.(key, {
      contentType: TYPE,
      size: photo.length,
      expiresAt,
    });
    if (!granted) throw new Error('No permission.');
    return granted;
  }

  const send = async ({ url, headers }: UploadGrant, bytes = photo) =>
    (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })).ok;

  test('sends that one object, again when it broke off, and it is private', async () => {
    const key = newBlobKey('incoming', 'bin');
    const granted = await permit(key);
    expect([await send(granted), await send(granted)]).toEqual([true, true]);
    expect((await stores[kind].get(key))?.size).toBe(photo.length);
    expect((await fetch(granted.url, { headers: granted.headers })).ok).toBe(false);
  });

  test('sends nothing else: another key, type or size, later, or with another signature', async () => {
    const key = newBlobKey('incoming', 'bin');
    const other = newBlobKey('photos', 'jpg');
    const granted = await permit(key);
    const forge = (text: string) => text.replace(/(Signature=|_teststore_)./, '$1z');
    const headersWith = (change: (value: string) => string) =>
      Object.fromEntries(Object.entries(granted.headers).map(([name, value]) => [name, change(value)]));
    const toOther = granted.url
      .replace(encodeURIComponent(key), encodeURIComponent(other))
      .replace(key, other);
    const html = (value: string) => (value === TYPE ? 'text/html' : value);
    expect(await send({ ...granted, url: toOther })).toBe(false);
    expect(await send({ ...granted, headers: headersWith(html) })).toBe(false);
    expect(await send(granted, Buffer.concat([photo, photo]))).toBe(false);
    expect(await send({ url: forge(granted.url), headers: headersWith(forge) })).toBe(false);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    expect(await send(granted)).toBe(false);
    vi.useRealTimers();
    expect([await stores[kind].get(other), await stores[kind].get(key)]).toEqual([null, null]);
  });
});

test('a permission of Vercel Blob is the request that the vendor’s own client makes', async () => {
  const key = newBlobKey('incoming', 'bin');
  const terms = { contentType: 'image/jpeg', size: 5, expiresAt: new Date(Date.now() + 60_000) };
  const granted = await stores.vercel.grantUpload?.(key, terms);
  const token = granted?.headers.authorization?.replace('Bearer ', '') ?? '';
  await putFromClient(key, 'bytes', { access: 'private', token, contentType: 'image/jpeg' });
  expect(service.puts.at(-1)).toMatchObject(granted?.headers ?? {});
  expect(granted?.url).toBe(`${service.url}/?pathname=${encodeURIComponent(key)}`);
});

test('the browser may send to where the permissions lead, and nowhere else', async () => {
  const keys = { accessKeyId: 'AKIDTEST', secretAccessKey: 'not-a-real-secret' };
  const terms = { contentType: 'image/jpeg', size: 5, expiresAt: new Date(Date.now() + 60_000) };
  const variables = { S3_REGION: 'eu-central-1', S3_ACCESS_KEY_ID: 'x', S3_SECRET_ACCESS_KEY: 'x' };
  for (const [name, endpoint] of [
    ['faces'],
    ['my.faces'],
    ['faces', 'https://eu.objects.example/base'],
  ] as const) {
    const store = s3Blobs({ bucket: name, region: 'eu-central-1', endpoint, ...keys });
    const granted = await store.grantUpload?.(newBlobKey('incoming', 'bin'), terms);
    const source = uploadSource({ ...variables, S3_BUCKET: name, S3_ENDPOINT: endpoint });
    expect(source).toBe(new URL(granted?.url ?? '').origin);
  }
  const vercel = vercelBlobs({ token: service.token });
  const granted = await vercel.grantUpload?.(newBlobKey('incoming', 'bin'), terms);
  const source = uploadSource({ BLOB_READ_WRITE_TOKEN: service.token }) ?? '';
  expect(granted?.url.startsWith(source)).toBe(true);
  expect(uploadSource({})).toBeNull();
});

test('keys are random and unguessable', () => {
  const keys = new Set(Array.from({ length: 100 }, () => newBlobKey('pictures', 'jpg')));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^pictures\/[0-9a-f]{40}\.jpg$/);
});

test.each(['../outside', 'photos/../../outside', '/etc/passwd', 'photos//x', 'photos/.hidden', '', 'a\0b'])(
  'no key leads out of the folder: %j',
  async (key) => {
    await expect(stores.disk.put(key, Buffer.from('x'), 'image/jpeg')).rejects.toThrow('Not a blob key');
    await expect(stores.disk.get(key)).rejects.toThrow('Not a blob key');
    await expect(stores.disk.delete([key])).rejects.toThrow('Not a blob key');
  },
);

test('files on disk are whole, for the server’s user only, and leave no temporary behind', async () => {
  await stores.disk.put('photos/one.jpg', Buffer.from('bytes'), 'image/jpeg');
  const file = path.join(dataDir, 'blobs', 'photos', 'one.jpg');
  expect(readFileSync(file, 'utf8')).toBe('bytes');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('Vercel Blob is written with private access and the store’s own token', async () => {
  await stores.vercel.put('photos/private.jpg', Buffer.from('bytes'), 'image/jpeg');
  expect(service.objects.get('photos/private.jpg')?.contentType).toBe('image/jpeg');
  const stranger = vercelBlobs({ token: 'vercel_blob_rw_teststore_wrong', apiUrl: service.url });
  await expect(stranger.get('photos/private.jpg')).rejects.toThrow();
});

describe('a bucket', () => {
  test('keeps the type, is signed for, and is never made public', async () => {
    s3.requests.length = 0;
    await bucket().put('photos/private.jpg', Buffer.from('bytes'), 'image/jpeg');
    expect(s3.objects.get('photos/private.jpg')?.contentType).toBe('image/jpeg');
    expect(s3.requests.map(({ headers }) => headers['x-amz-acl'])).toEqual([undefined]);
  });

  test('a wrong secret and a wrong bucket are errors, not missing files', async () => {
    await expect(bucket({ secretAccessKey: 'wrong' }).get('photos/private.jpg')).rejects.toThrow(
      'SignatureDoesNotMatch',
    );
    await expect(bucket({ bucket: 'other' }).get('photos/private.jpg')).rejects.toThrow('NoSuchBucket');
  });

  test('a service that is slow or hangs up is asked again, three times at most', async () => {
    s3.instead.push(503, 'hang up');
    await stores.s3.put('photos/patient.jpg', Buffer.from('bytes'), 'image/jpeg');
    expect(s3.objects.has('photos/patient.jpg')).toBe(true);
    s3.instead.push(500, 500, 500);
    await expect(stores.s3.get('photos/patient.jpg')).rejects.toThrow('InternalError');
    expect(s3.instead).toEqual([]);
  });

  test('what the service refuses to delete is not taken for deleted', async () => {
    await stores.s3.put('photos/locked.jpg', Buffer.from('bytes'), 'image/jpeg');
    s3.locked.add('photos/locked.jpg');
    await expect(stores.s3.delete(['photos/locked.jpg'])).rejects.toThrow('AccessDenied');
  });
});

describe('the vault', () => {
  const embedding = Float32Array.from({ length: 128 }, (_, at) => Math.sin(at));

  test('opens what it sealed, for the same photo only', () => {
    const sealed = sealEmbedding(embedding, 'pho_1');
    expect(openEmbedding(sealed, 'pho_1')).toEqual(embedding);
    expect(openEmbedding(sealed, 'pho_2')).toBeNull();
    expect(sealEmbedding(embedding, 'pho_1').equals(sealed)).toBe(false);
  });

  test('one changed bit anywhere, or a cut, and it stays shut', () => {
    const sealed = sealEmbedding(embedding, 'pho_1');
    for (const at of [0, 1, 13, 29, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openEmbedding(changed, 'pho_1')).toBeNull();
    }
    expect(openEmbedding(sealed.subarray(0, 20), 'pho_1')).toBeNull();
  });
});

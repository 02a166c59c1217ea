/**
 * The blob port: private bytes by key, on local disk, in a bucket that speaks S3, or on Vercel Blob. A key is unguessable and never leaves the server;
 * every read goes through our own routes, which ask who reads.
 */
import { randomBytes } from 'node:crypto';
import { env } from '@/env';
import { diskBlobs } from './disk';
import { s3Blobs } from './s3';
import { vercelBlobs } from './vercel';

/** Every prefix there is; `privacy/data-map.ts` says what becomes of each. */
export const BLOB_PREFIXES = ['photos', 'pictures', 'backdrops', 'incoming'] as const;
export type BlobPrefix = (typeof BLOB_PREFIXES)[number];

export type StoredBlob = {
  stream: ReadableStream<Uint8Array>;
  /** Bytes. */
  size: number;
};

/** What may be sent, and until when. */
export type UploadTerms = { contentType: string /** Bytes, exactly. */; size: number; expiresAt: Date };

/** One PUT of a browser, with these headers. Whoever has it can write that one object and read nothing. */
export type UploadGrant = { url: string; headers: Record<string, string> };

export type BlobStore = {
  readonly kind: 'disk' | 's3' | 'vercel';
  /** Whole or not at all: a crash never leaves half an object under `key`. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null when there is no such object. */
  get(key: string): Promise<StoredBlob | null>;
  /** Objects that are not there count as deleted. */
  delete(keys: readonly string[]): Promise<void>;
  /** Lets a browser send one object past us. A store that nobody reaches from outside has no such thing. */
  grantUpload?(key: string, terms: UploadTerms): Promise<UploadGrant>;
};

const holder = globalThis as typeof globalThis & { headcraftBlobs?: BlobStore };

export function blobs(): BlobStore {
  holder.headcraftBlobs ??= choose();
  return holder.headcraftBlobs;
}

/** A new random key, e.g. `photos/3f…9a.jpg`. */
export function newBlobKey(prefix: BlobPrefix, extension: string): string {
  return `${prefix}/${randomBytes(20).toString('hex')}.${extension}`;
}

/** The whole object in memory; null when there is none. */
export async function readBlob(key: string): Promise<Buffer<ArrayBuffer> | null> {
  const stored = await blobs().get(key);
  if (!stored) return null;
  return Buffer.from(await new Response(stored.stream).arrayBuffer());
}

function choose(): BlobStore {
  const { BLOB_READ_WRITE_TOKEN, VERCEL_BLOB_API_URL, s3, dataDir } = env();
  if (BLOB_READ_WRITE_TOKEN)
    return vercelBlobs({ token: BLOB_READ_WRITE_TOKEN, apiUrl: VERCEL_BLOB_API_URL });
  return s3 ? s3Blobs(s3) : diskBlobs(dataDir);
}

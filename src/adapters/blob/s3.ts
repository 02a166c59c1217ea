/**
 * Blobs in a private bucket of anything that speaks S3: Amazon, Cloudflare R2, MinIO, Backblaze and others. The bucket's own settings keep
 * it private: nothing here makes an object public, and no address of one leaves the server.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import type { BlobStore, StoredBlob } from './blob';

/** The most that S3 takes. */
const DELETE_AT_ONCE = 1_000;
const TRIES = 3;
/** Milliseconds without an answer. */
const CONNECT_TIMEOUT = 5_000;
const ANSWER_TIMEOUT = 30_000;

export type S3Options = {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Another service than Amazon's. Its buckets are then named in the path, which all of them understand. */
  endpoint?: string | undefined;
};

export function s3Blobs({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Options): BlobStore {
  let opened: Promise<{ sdk: typeof import('@aws-sdk/client-s3'); client: S3Client }> | undefined;

  /** Loaded when first used: the SDK is large, and most installations do without it. */
  function open() {
    opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region,
        ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
        credentials: { accessKeyId, secretAccessKey },
        maxAttempts: TRIES,
        requestHandler: {
          connectionTimeout: CONNECT_TIMEOUT,
          requestTimeout: ANSWER_TIMEOUT,
          throwOnRequestTimeout: true,
        },
        // Other services do not know the newer checksums.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    }));
    return opened;
  }

  return {
    kind: 's3',
    async put(key, bytes, contentType) {
      const { sdk, client } = await open();
      const object = { Bucket: bucket, Key: key, Body: bytes, ContentType: contentType };
      await client.send(new sdk.PutObjectCommand({ ...object, ContentLength: bytes.byteLength }));
    },
    async get(key): Promise<StoredBlob | null> {
      const { sdk, client } = await open();
      try {
        const { Body, ContentLength } = await client.send(
          new sdk.GetObjectCommand({ Bucket: bucket, Key: key }),
        );
        if (!Body || ContentLength === undefined) throw new Error('The blob store answered without content.');
        return { stream: Body.transformToWebStream(), size: ContentLength };
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return null;
        throw error;
      }
    },
    async delete(keys) {
      const { sdk, client } = await open();
      for (let at = 0; at < keys.length; at += DELETE_AT_ONCE) {
        const Objects = keys.slice(at, at + DELETE_AT_ONCE).map((Key) => ({ Key }));
        const { Errors = [] } = await client.send(
          new sdk.DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        // The answer is 200 also when some were not deleted.
        if (Errors.length > 0)
          throw new Error(`The blob store kept ${Errors.length} objects: ${Errors[0]?.Code ?? 'no reason'}.`);
      }
    },
    async grantUpload(key, { contentType, size, expiresAt }) {
      const { sdk, client } = await open();
      const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
      const object = { Bucket: bucket, Key: key, ContentType: contentType, ContentLength: size };
      const url = await getSignedUrl(client, new sdk.PutObjectCommand(object), {
        expiresIn: Math.floor((expiresAt.getTime() - Date.now()) / 1_000),
        // Part of the signature, so that another type or size does not fit it. Browsers send the length by themselves.
        signableHeaders: new Set(['host', 'content-type', 'content-length']),
      });
      return { url, headers: { 'content-type': contentType } };
    },
  };
}

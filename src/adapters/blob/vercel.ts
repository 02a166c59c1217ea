/** Vercel Blob with private access: its URLs answer nobody without the store's token, which only the server has. */
import { BlobNotFoundError, del, get, head, put } from '@vercel/blob';
import { generateClientTokenFromReadWriteToken } from '@vercel/blob/client';
import type { BlobStore, StoredBlob } from './blob';

const DELETE_AT_ONCE = 100;
const API = 'https://vercel.com/api/blob';
/** Of the requests that this version of the SDK makes; a test compares ours with the SDK's own. */
const API_VERSION = '12';

type Options = {
  token: string;
  /** Another address of the Blob API. The SDK reads the same variable for everything but `get`. */
  apiUrl?: string | undefined;
};

export function vercelBlobs({ token, apiUrl }: Options): BlobStore {
  return {
    kind: 'vercel',
    async put(key, bytes, contentType) {
      await put(key, Buffer.from(bytes), {
        access: 'private',
        token,
        contentType,
        addRandomSuffix: false,
        allowOverwrite: true,
        cacheControlMaxAge: 60,
      });
    },
    get: (key) => (apiUrl ? getByAddress(key, token) : getFromStore(key, token)),
    async delete(keys) {
      for (let at = 0; at < keys.length; at += DELETE_AT_ONCE) {
        await del(keys.slice(at, at + DELETE_AT_ONCE), { token });
      }
    },
    async grantUpload(key, { contentType, size, expiresAt }) {
      const clientToken = await generateClientTokenFromReadWriteToken({
        token,
        pathname: key,
        allowedContentTypes: [contentType],
        maximumSizeInBytes: size,
        validUntil: expiresAt.getTime(),
        addRandomSuffix: false,
        // An upload that broke off is sent again.
        allowOverwrite: true,
      });
      return {
        url: `${apiUrl ?? API}/?${new URLSearchParams({ pathname: key })}`,
        headers: {
          authorization: `Bearer ${clientToken}`,
          'x-api-version': API_VERSION,
          'x-content-type': contentType,
          'x-vercel-blob-access': 'private',
        },
      };
    },
  };
}

async function getFromStore(key: string, token: string): Promise<StoredBlob | null> {
  const found = await get(key, { access: 'private', token, useCache: false });
  if (!found?.stream) return null;
  return { stream: found.stream, size: found.blob.size };
}

/** `get` goes to a fixed host; behind another API address the object's own URL has to be asked for first. */
async function getByAddress(key: string, token: string): Promise<StoredBlob | null> {
  try {
    const { url, size } = await head(key, { token });
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (response.status === 404) return null;
    if (!response.ok || !response.body) throw new Error(`Blob store answered ${response.status}.`);
    return { stream: response.body, size };
  } catch (error) {
    if (error instanceof BlobNotFoundError) return null;
    throw error;
  }
}

/** Blobs as files under `<dataDir>/blobs`, readable by the server's user only. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { BlobStore } from './blob';

const KEY = /^[a-z0-9]+(?:[/._-][a-z0-9]+)*$/;

export function diskBlobs(dataDir: string): BlobStore {
  const root = path.join(dataDir, 'blobs');

  /** The pattern admits no `..`, no leading slash and no empty segment, so a key cannot leave the folder. */
  function fileOf(key: string): string {
    if (!KEY.test(key)) throw new Error('Not a blob key.');
    return path.join(root, key);
  }

  return {
    kind: 'disk',
    async put(key, bytes) {
      const file = fileOf(key);
      const folder = path.dirname(file);
      const temporary = `${file}.${randomBytes(6).toString('hex')}.part`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await writeDurably(temporary, bytes);
        await rename(temporary, file);
        await syncFolder(folder);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async get(key) {
      const handle = await open(fileOf(key), 'r').catch(absent);
      if (!handle) return null;
      const { size } = await handle.stat();
      const stream = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
      return { stream, size };
    },
    async delete(keys) {
      for (const key of keys) await rm(fileOf(key), { force: true });
    },
  };
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Without this the rename itself may be lost when the power fails. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

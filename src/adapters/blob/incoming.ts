/**
 * Where an upload lands while it waits to be checked: a temporary file that is removed as soon as the check ends. A file,
 * because many uploads may wait for one vision process and must not wait in memory.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from '@/env';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

export type IncomingFile = {
  /** Hex SHA-256 of the bytes as they came. */
  sha256: string;
  /** Bytes. */
  size: number;
  read(): Promise<Buffer>;
  /** Deletes the file. Repeating it does nothing. */
  remove(): Promise<void>;
};

/** Writes the stream to disk. Stops reading and throws `too_large` with the first byte above `maxBytes`. */
export async function receiveFile(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<IncomingFile> {
  const folder = incomingFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  const remove = () => rm(file, { force: true });
  const hash = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  let size = 0;
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      hash.update(part.value);
      // Not `write`, which may write a part of it and say so.
      await handle.writeFile(part.value);
    }
  } catch (error) {
    await handle.close();
    await remove();
    await reader.cancel().catch(() => {});
    throw error;
  }
  await handle.close();
  return { sha256: hash.digest('hex'), size, read: () => readFile(file), remove };
}

/** Removes what a crash left behind: files untouched since `before`. Answers how many. */
export async function sweepIncoming(before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(incomingFolder()).catch(() => [])) {
    const file = path.join(incomingFolder(), name);
    const found = await stat(file).catch(() => null);
    if (!found || found.mtime >= before) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

export function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.round(maxBytes / 1024 ** 2);
  return new AppError('too_large', say('uploads.refused.tooLarge', { megabytes }), {
    maxBytes,
  });
}

/** Hosts without a data folder of their own can write to the temp folder only. */
function incomingFolder(): string {
  const { BLOB_READ_WRITE_TOKEN, s3, dataDir } = env();
  const base = BLOB_READ_WRITE_TOKEN || s3 ? path.join(tmpdir(), 'headcraft') : dataDir;
  return path.join(base, 'incoming');
}

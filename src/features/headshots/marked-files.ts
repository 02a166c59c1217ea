/**
 * Files with the visible mark on them, for some minutes: a page of a Free team shows dozens, at every visit, and putting the mark on one takes
 * 30–60 ms. Found by their content, so whoever asks has just read the stored file and been allowed to; what is deleted is not found.
 */
import { sha256Hex } from '@/lib/hash';
import { MINUTE } from '@/lib/time';

/** Well below the quarter of an hour after which nothing of a deleted picture is left. */
export const KEPT_FOR = 5 * MINUTE;
/** About four hundred thumbnails. */
export const MOST_BYTES = 24 * 1024 * 1024;

type Marked = { bytes: Buffer<ArrayBuffer>; timer: NodeJS.Timeout };

/** In the order of their last use. */
const files = new Map<string, Marked>();
let total = 0;

/** The marked file that was made of these bytes, or the one that `make` makes. */
export async function markedOnce(
  bytes: Uint8Array,
  make: () => Promise<Buffer<ArrayBuffer>>,
): Promise<Buffer<ArrayBuffer>> {
  const key = sha256Hex(bytes);
  const known = files.get(key);
  forget(key);
  const marked = known?.bytes ?? (await make());
  if (marked.byteLength <= MOST_BYTES) keep(key, marked);
  return marked;
}

function keep(key: string, bytes: Buffer<ArrayBuffer>): void {
  forget(key);
  files.set(key, { bytes, timer: setTimeout(() => forget(key), KEPT_FOR).unref() });
  total += bytes.byteLength;
  for (const oldest of files.keys()) {
    if (total <= MOST_BYTES) return;
    forget(oldest);
  }
}

function forget(key: string): void {
  const found = files.get(key);
  if (!found) return;
  clearTimeout(found.timer);
  files.delete(key);
  total -= found.bytes.byteLength;
}

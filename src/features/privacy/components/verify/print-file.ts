/** The prints of a picture, worked out in this browser: the picture itself is sent nowhere. */
import { fingerprintOf } from '@/lib/fingerprint';

export type FilePrint = { sha256?: string; fingerprint: string };

/** More than the largest picture we make; larger ones are reduced first, which a fingerprint survives. */
const LONGEST = 2_560;
/** What the server puts behind transparent pictures, too. */
const BEHIND = '#808080';

/** Throws when the browser cannot read the file as a picture. */
export async function printFile(file: File): Promise<FilePrint> {
  const [sha256, fingerprint] = await Promise.all([hashBytes(file), fingerprintFile(file)]);
  return { ...(sha256 ? { sha256 } : {}), fingerprint };
}

/** Undefined where the browser has no hashing: on a plain `http:` address other than this machine's. */
async function hashBytes(file: File): Promise<string | undefined> {
  if (!crypto.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fingerprintFile(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas.');
  context.fillStyle = BEHIND;
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return fingerprintOf({ data, width, height, channels: 4 });
}

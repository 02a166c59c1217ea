/** What the browser can say about a file before it is sent, and making it smaller. The server decides anew. */
import { newRequestKey } from '@/lib/request-key';
import { MAX_PHOTO_BYTES, PHOTO_TYPES } from '../photo-types';
import { startsLikePhoto } from './photo-start';

/** Larger photos are scaled down before they are sent; the server keeps no more. */
const MAX_SIDE = 4096;
/** A face in a smaller picture can never be large enough. */
const MIN_SIDE = 200;
/** No photo is larger before it is scaled down; a film that was dropped by mistake is not read into memory. */
const MAX_READ_BYTES = 8 * MAX_PHOTO_BYTES;
const EXTENSIONS = /\.(jpe?g|png|webp|heic|heif)$/i;

export const ACCEPT = [...PHOTO_TYPES, '.heic', '.heif'].join(',');

export type Refusal = 'notPhoto' | 'empty' | 'unreadable' | 'tooSmall' | 'tooLarge';
export type Identified = { key: string } | { refused: Refusal };
export type Prepared = { file: Blob } | { refused: Refusal };

/**
 * The file's key: its SHA-256, so that choosing it twice is noticed; a random one where the browser cannot hash. A file that was moved
 * or that a cloud does not hand over cannot be read: that is said of it alone.
 */
export async function identifyFile(file: File): Promise<Identified> {
  if (file.size === 0) return { refused: 'empty' };
  try {
    if (!looksLikePhoto(file) && !(await startsLikePhoto(file))) return { refused: 'notPhoto' };
    if (file.size > MAX_READ_BYTES) return { refused: 'tooLarge' };
    if (!globalThis.crypto?.subtle) return { key: newRequestKey() };
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return { key: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') };
  } catch {
    return { refused: 'unreadable' };
  }
}

/** By its name and what the system says; a browser may know no type for HEIC. */
export function looksLikePhoto(file: File): boolean {
  return PHOTO_TYPES.includes(file.type) || EXTENSIONS.test(file.name);
}

/** Of a file that was identified. */
export async function prepareFile(file: File): Promise<Prepared> {
  const smaller = await scaleDown(file);
  if (smaller === 'too-small') return { refused: 'tooSmall' };
  if (smaller.size > MAX_PHOTO_BYTES) return { refused: 'tooLarge' };
  return { file: smaller };
}

/** The file itself when it is small enough or when the browser cannot decode it (HEIC outside Safari). */
async function scaleDown(file: File): Promise<Blob | 'too-small'> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  try {
    const { width, height } = bitmap;
    if (Math.min(width, height) < MIN_SIDE) return 'too-small';
    const scale = MAX_SIDE / Math.max(width, height);
    if (scale >= 1) return file;
    return (await draw(bitmap, Math.round(width * scale), Math.round(height * scale))) ?? file;
  } finally {
    bitmap.close();
  }
}

function draw(bitmap: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
}

/**
 * A stored picture as it leaves. What is stored is clean; a team whose tier says so gets the visible mark put on at this very moment, so
 * that it is gone with the first payment and back when a plan ends. Every file keeps its provenance mark.
 */
import { type MarkOptions, markPicture } from '@/vision/photo/mark';
import type { Format, Size } from './download-types';
import { markedOnce } from './marked-files';

export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

export type Delivery = {
  /** What the bytes are, and what they shall be. */
  stored: Format;
  format: Format;
  /** Whether the team's pictures carry the visible mark now. */
  visible: boolean;
  size?: Size;
  /** Where the eyes lie, a fraction of the height, for the avatar; null when it is not known. */
  eyeLine?: number | null;
};

const AVATAR = 256;
/** Where our styles put them. */
const EYES = 0.4;

/** The bytes themselves where nothing has to be done to them. */
export async function deliver(
  bytes: Buffer<ArrayBuffer>,
  { stored, format, visible, size = 'original', eyeLine = null }: Delivery,
): Promise<Buffer<ArrayBuffer>> {
  const asStored = stored === format && size === 'original';
  if (asStored && !visible) return bytes;
  // What pages show, at every visit; a download in another shape is asked for once.
  if (asStored) return markedOnce(bytes, () => marked(bytes, { format, visible }));
  return marked(bytes, { format, visible, ...sizing(size, eyeLine) });
}

async function marked(bytes: Buffer<ArrayBuffer>, options: MarkOptions): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await markPicture(bytes, options));
}

function sizing(size: Size, eyeLine: number | null): Pick<MarkOptions, 'maxWidth' | 'maxHeight' | 'square'> {
  if (size === 'original') return {};
  if (size === 'avatar') return { maxWidth: AVATAR, maxHeight: AVATAR, square: { eyeLine: eyeLine ?? EYES } };
  return { maxWidth: Number(size), maxHeight: Number(size) };
}

/**
 * A stored picture as it leaves. What is stored is clean; a team whose tier says so gets the visible mark put on at this very moment, so
 * that it is gone with the first payment and back when a plan ends. Every file keeps its provenance mark.
 */
import { markPicture } from '@/vision/photo/mark';
import type { Format } from './input';

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
};

/** The bytes themselves where nothing has to be done to them. */
export async function deliver(
  bytes: Buffer<ArrayBuffer>,
  { stored, format, visible }: Delivery,
): Promise<Buffer<ArrayBuffer>> {
  if (stored === format && !visible) return bytes;
  return Buffer.from(await markPicture(bytes, { format, visible }));
}

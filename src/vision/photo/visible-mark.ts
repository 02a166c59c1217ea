/**
 * The visible mark of pictures that a Free team takes out: the wordmark on a dark tag in the lower right corner. The tag carries its own
 * ground, so it reads the same on a white shirt and on a dark backdrop. Outlines only: no font is needed.
 */
import sharp, { type OverlayOptions } from 'sharp';
import { WORDMARK } from '@/lib/wordmark';

/** Of the picture's width. */
const TAG_WIDTH = 0.21;
/** Px: on a smaller picture the word is a smear. */
const SMALLEST = 72;
/** Distance from both edges, of the picture's width. */
const MARGIN = 0.025;
/** Room around the word, of its height. */
const PADDING = { x: 0.62, y: 0.42 };

const GROUND = 'rgba(26,22,19,.62)';
const INK = '#fbfaf7';
const KEY = '#f0862f';

/** The mark for a picture of this size (px), ready for sharp's `composite`. */
export async function visibleMark(picture: { width: number; height: number }): Promise<OverlayOptions> {
  const { width, height, svg } = drawTag(tagWidth(picture.width));
  const margin = Math.round(picture.width * MARGIN);
  return {
    input: await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer(),
    left: Math.max(0, picture.width - width - margin),
    top: Math.max(0, picture.height - height - margin),
  };
}

function tagWidth(picture: number): number {
  return Math.min(picture, Math.max(SMALLEST, Math.round(picture * TAG_WIDTH)));
}

function drawTag(width: number): { width: number; height: number; svg: string } {
  const { viewBox, arch, stroke, head, letters } = WORDMARK;
  const ratio = WORDMARK.width / WORDMARK.height;
  const word = width / (ratio + 2 * PADDING.x);
  const height = Math.round(word * (1 + 2 * PADDING.y));
  const x = word * PADDING.x;
  const y = (height - word) / 2;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" rx="${word * 0.36}" fill="${GROUND}"/>`,
    `<svg x="${x}" y="${y}" width="${word * ratio}" height="${word}" viewBox="${viewBox}">`,
    `<path d="${arch}" fill="none" stroke="${INK}" stroke-width="${stroke}"/>`,
    `<circle cx="${head.x}" cy="${head.y}" r="${head.radius}" fill="${KEY}"/>`,
    `<path d="${letters}" fill="${INK}"/>`,
    '</svg></svg>',
  ].join('');
  return { width, height, svg };
}

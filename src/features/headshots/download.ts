/** Pictures as files to keep: one, or all in a ZIP that is written while it is sent. Every file keeps its provenance mark. */
import { downloadZip } from 'client-zip';
import { readBlob } from '@/adapters/blob/blob';
import type { Ctx } from '@/db/context';
import { notFound } from '@/lib/errors';
import { markPicture } from '@/vision/photo/mark';
import type { Format } from './input';
import { type DownloadablePicture, listDownloadable } from './picture-files';

export type Download = { name: string; contentType: string; body: BodyInit; size?: number };

const FILE: Record<Format, { extension: string; contentType: string }> = {
  jpeg: { extension: 'jpg', contentType: 'image/jpeg' },
  png: { extension: 'png', contentType: 'image/png' },
  webp: { extension: 'webp', contentType: 'image/webp' },
};

/** Throws `not_found` unless the picture is an accepted one of this member's generation. */
export async function downloadPicture(
  ctx: Ctx,
  input: { generationId: string; pictureId: string; format: Format },
): Promise<Download> {
  const [picture] = await listDownloadable(ctx, input.generationId, input.pictureId);
  if (!picture) throw notFound('Picture');
  const bytes = await deliver(picture, input.format);
  return {
    name: fileName(picture, input.format),
    contentType: FILE[input.format].contentType,
    body: new Uint8Array(bytes),
    size: bytes.byteLength,
  };
}

/** Throws `not_found` when the member's generation has no accepted picture. */
export async function downloadGeneration(
  ctx: Ctx,
  input: { generationId: string; format: Format },
): Promise<Download> {
  const pictures = await listDownloadable(ctx, input.generationId);
  async function* files() {
    for (const picture of pictures) {
      yield {
        name: fileName(picture, input.format),
        input: new Uint8Array(await deliver(picture, input.format)),
        lastModified: picture.finishedAt,
      };
    }
  }
  const { body } = downloadZip(files());
  if (!body) throw new Error('The ZIP has no body.');
  const first = pictures[0];
  const name = first ? baseName(first) : 'headcraft';
  return { name: `${name}.zip`, contentType: 'application/zip', body };
}

async function deliver(picture: DownloadablePicture, format: Format): Promise<Buffer> {
  const stored = await readBlob(picture.key);
  if (!stored) throw notFound('Picture');
  return format === 'jpeg' ? stored : markPicture(stored, { format });
}

/** `headcraft-corporate-2026-11-20`: sorts by date, says what it is, works on every file system. */
function baseName({ style, finishedAt }: DownloadablePicture): string {
  return `headcraft-${style}-${finishedAt.toISOString().slice(0, 10)}`;
}

function fileName(picture: DownloadablePicture, format: Format): string {
  return `${baseName(picture)}-${picture.number}.${FILE[format].extension}`;
}

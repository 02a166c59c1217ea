/** Pictures as files to keep: one, or all in a ZIP that is written while it is sent. Every file keeps its provenance mark. */
import { downloadZip } from 'client-zip';
import { readBlob } from '@/adapters/blob/blob';
import type { Ctx } from '@/db/context';
import { getEntitlements } from '@/features/billing/entitlements';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { CONTENT_TYPES, deliver } from './deliver';
import type { Format, Size } from './input';
import { type DownloadablePicture, listDownloadable } from './picture-files';

export type Download = { name: string; contentType: string; body: BodyInit; size?: number };

/** `size` without it: original. */
type Wanted = { generationId: string; format: Format; size?: Size };

const EXTENSIONS: Readonly<Record<Format, string>> = { jpeg: 'jpg', png: 'png', webp: 'webp' };

/** Throws `not_found` unless the picture is an accepted one of this member's generation. */
export async function downloadPicture(
  ctx: Ctx,
  input: Wanted & { pictureId: string },
  clock = systemClock,
): Promise<Download> {
  const [picture] = await listDownloadable(ctx, input.generationId, input.pictureId);
  if (!picture) throw notFound('Picture');
  const { watermark } = await getEntitlements(ctx, clock());
  const bytes = await read(picture, input, watermark);
  return {
    name: fileName(picture, input),
    contentType: CONTENT_TYPES[input.format],
    body: bytes,
    size: bytes.byteLength,
  };
}

/** Throws `not_found` when the member's generation has no accepted picture. */
export async function downloadGeneration(ctx: Ctx, input: Wanted, clock = systemClock): Promise<Download> {
  const pictures = await listDownloadable(ctx, input.generationId);
  const { watermark } = await getEntitlements(ctx, clock());
  async function* files() {
    for (const picture of pictures) {
      yield {
        name: fileName(picture, input),
        input: await read(picture, input, watermark),
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

async function read(picture: DownloadablePicture, { format, size }: Wanted, visible: boolean) {
  const bytes = await readBlob(picture.key);
  if (!bytes) throw notFound('Picture');
  const eyeLine = picture.layout?.eyeLine ?? null;
  return deliver(bytes, { stored: picture.stored, format, visible, eyeLine, ...(size ? { size } : {}) });
}

/** `headcraft-corporate-2026-11-20`: sorts by date, says what it is, works on every file system. */
function baseName({ style, finishedAt }: DownloadablePicture): string {
  return `headcraft-${style}-${finishedAt.toISOString().slice(0, 10)}`;
}

function fileName(picture: DownloadablePicture, { format, size = 'original' }: Wanted): string {
  const suffix = size === 'original' ? '' : `-${size}`;
  return `${baseName(picture)}-${picture.number}${suffix}.${EXTENSIONS[format]}`;
}

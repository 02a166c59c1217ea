/** Pictures as files to keep: one, or all in a ZIP that is written while it is sent. Every file keeps its provenance mark. */
import { readBlob } from '@/adapters/blob/blob';
import type { Ctx } from '@/db/context';
import { getEntitlements } from '@/features/billing/entitlements';
import { rememberPrint } from '@/features/privacy/provenance/remember-print';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { zipStream } from '@/lib/zip';
import { CONTENT_TYPES, deliver } from './deliver';
import type { Format, Size } from './download-types';
import { type DownloadablePicture, listDownloadable } from './picture-files';

export type Download = { name: string; contentType: string; body: BodyInit; size?: number };

/** `size` without it: original. */
type FileKind = { format: Format; size?: Size };
type Wanted = FileKind & { generationId: string };

const EXTENSIONS: Readonly<Record<Format, string>> = { jpeg: 'jpg', png: 'png', webp: 'webp' };

/** Throws `not_found` unless the picture is an accepted one of this member's generation. */
export async function downloadPicture(
  ctx: Ctx,
  input: Wanted & { pictureId: string },
  clock = systemClock,
): Promise<Download> {
  const [picture] = await listDownloadable(ctx, input);
  if (!picture) throw notFound('picture');
  const { watermark } = await getEntitlements(ctx, clock());
  const bytes = await read(ctx, picture, input, watermark);
  return {
    name: fileName(picture, input),
    contentType: CONTENT_TYPES[input.format],
    body: bytes,
    size: bytes.byteLength,
  };
}

/** Throws `not_found` when the member's generation has no accepted picture. */
export async function downloadGeneration(ctx: Ctx, input: Wanted, clock = systemClock): Promise<Download> {
  const pictures = await listDownloadable(ctx, { generationId: input.generationId });
  const [first] = pictures;
  return zip(ctx, pictures, input, first ? baseName(first) : 'headcraft', clock());
}

/** Any of the member's own accepted pictures. Throws `not_found` when one of them is not. */
export async function downloadPictures(
  ctx: Ctx,
  input: FileKind & { pictureIds: readonly string[] },
  clock = systemClock,
): Promise<Download> {
  const pictures = await listDownloadable(ctx, { pictureIds: input.pictureIds });
  const day = clock().toISOString().slice(0, 10);
  return zip(ctx, pictures, input, `headcraft-${pictures.length}-pictures-${day}`, clock());
}

/** One file after the other, while they are sent. */
async function zip(
  ctx: Ctx,
  pictures: readonly DownloadablePicture[],
  kind: FileKind,
  name: string,
  now: Date,
): Promise<Download> {
  const { watermark } = await getEntitlements(ctx, now);
  const named = uniqueNames(pictures.map((picture) => fileName(picture, kind)));
  async function* files() {
    for (const [at, picture] of pictures.entries()) {
      yield {
        name: named[at] ?? fileName(picture, kind),
        input: await read(ctx, picture, kind, watermark),
        lastModified: picture.finishedAt,
      };
    }
  }
  return { name: `${name}.zip`, contentType: 'application/zip', body: zipStream(files()) };
}

/** The second of two alike ends on `-2`, and so on: two generations of a style on one day number their pictures alike. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : name.replace(/(\.\w+)$/, `-${before + 1}$1`);
  });
}

async function read(ctx: Ctx, picture: DownloadablePicture, { format, size }: FileKind, visible: boolean) {
  const bytes = await readBlob(picture.key);
  if (!bytes) throw notFound('picture');
  const { id, stored, eyeLine } = picture;
  const file = await deliver(bytes, { stored, format, visible, eyeLine, ...(size ? { size } : {}) });
  // What was stored is known already.
  if (file !== bytes) await rememberPrint(ctx.db, id, file);
  return file;
}

/** `headcraft-corporate-2026-11-20`: sorts by date, says what it is, works on every file system. */
function baseName({ style, finishedAt }: DownloadablePicture): string {
  return `headcraft-${style}-${finishedAt.toISOString().slice(0, 10)}`;
}

function fileName(picture: DownloadablePicture, { format, size = 'original' }: FileKind): string {
  const suffix = size === 'original' ? '' : `-${size}`;
  return `${baseName(picture)}-${picture.number}${suffix}.${EXTENSIONS[format]}`;
}

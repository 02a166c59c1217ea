/** What a phone does with photos: adds them, reads the verdicts on its own, removes its own. Nothing else of the member's. */
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { photo, uploadHandover } from '@/db/schema/uploads';
import type { DeletionView } from '@/features/privacy/deletion-view';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { addPhoto } from '../add-photo';
import { deletePhoto } from '../delete-photo';
import { grantUpload } from '../direct/grant-upload';
import { takeUpload } from '../direct/take-upload';
import type { grantUploadInput } from '../input';
import type { PhotoView, UploadWay } from '../photo-types';
import { toPhotoView } from '../photo-view';
import type { Upload } from '../read-upload';
import { nextEnd } from './handover-rules';
import type { PhonePhoto, PhoneView } from './handover-types';
import type { HandoverRow } from './live-handover';

/** Adds one photo by the rules of `addPhoto`. Its key is the phone's own: it never names a photo that came another way. */
export async function addPhonePhoto(
  ctx: Ctx,
  handover: HandoverRow,
  upload: Upload,
  clock = systemClock,
): Promise<{ photo: PhonePhoto; created: boolean }> {
  await stayOpen(ctx, handover, clock());
  const clientKey = keyOfPhone(handover, upload.clientKey);
  const { photo, created } = await addPhoto(ctx, { ...upload, clientKey, handoverId: handover.id }, clock);
  return { photo: toPhonePhoto(photo, handover), created };
}

/** How this phone is to send one photo, by the rules of `grantUpload`. */
export async function grantPhoneUpload(
  ctx: Ctx,
  handover: HandoverRow,
  file: z.infer<typeof grantUploadInput>,
  clock = systemClock,
): Promise<UploadWay<PhonePhoto>> {
  await stayOpen(ctx, handover, clock());
  const clientKey = keyOfPhone(handover, file.clientKey);
  const way = await grantUpload(ctx, { ...file, clientKey, handoverId: handover.id }, clock);
  return way.way === 'done' ? { ...way, photo: toPhonePhoto(way.photo, handover) } : way;
}

/** Takes in what this phone has sent past us. Throws `not_found` for what another one sent, and as `takeUpload` does. */
export async function takePhoneUpload(
  ctx: Ctx,
  handover: HandoverRow,
  uploadId: string,
  clock = systemClock,
): Promise<{ photo: PhonePhoto; created: boolean }> {
  await stayOpen(ctx, handover, clock());
  const { photo, created } = await takeUpload(ctx, { uploadId, handoverId: handover.id }, clock);
  return { photo: toPhonePhoto(photo, handover), created };
}

export async function listPhonePhotos(ctx: Ctx, handover: HandoverRow): Promise<PhoneView> {
  const rows = await ctx.db
    .select()
    .from(photo)
    .where(sentBy(ctx, handover))
    .orderBy(photo.createdAt, photo.id);
  return {
    id: handover.id,
    expiresAt: handover.expiresAt.toISOString(),
    photos: rows.map((row) => toPhonePhoto(toPhotoView(row), handover)),
  };
}

/** Throws `not_found` for a photo that this phone did not send, and as `deletePhoto` does. */
export async function removePhonePhoto(
  ctx: Ctx,
  handover: HandoverRow,
  photoId: string,
  clock = systemClock,
): Promise<DeletionView> {
  const [own] = await ctx.db
    .select({ id: photo.id })
    .from(photo)
    .where(and(sentBy(ctx, handover), eq(photo.id, photoId)));
  if (!own) throw notFound('photo');
  await stayOpen(ctx, handover, clock());
  return deletePhoto(ctx, photoId, clock);
}

function keyOfPhone({ id }: HandoverRow, clientKey: string): string {
  return `${id}.${clientKey}`;
}

function sentBy(ctx: Ctx, { id, userId }: HandoverRow) {
  return and(
    eq(photo.organizationId, ctx.orgId),
    eq(photo.userId, userId),
    eq(photo.handoverId, id),
    isNull(photo.deletedAt),
  );
}

/** A phone that is used is not idle. One that was closed meanwhile stays closed. */
async function stayOpen(ctx: Ctx, { id, openedAt }: HandoverRow, now: Date): Promise<void> {
  if (!openedAt) return;
  await ctx.db
    .update(uploadHandover)
    .set({ expiresAt: nextEnd(openedAt, now) })
    .where(and(eq(uploadHandover.id, id), isNull(uploadHandover.endedAt)));
}

function toPhonePhoto(
  { id, clientKey, name, status, findings }: PhotoView,
  handover: HandoverRow,
): PhonePhoto {
  return { id, clientKey: clientKey.slice(handover.id.length + 1), name, status, findings };
}

/** Saves an edit as a new version of a picture, which is then the one that is shown. Costs no credits and destroys nothing. */

import { and, eq, max } from 'drizzle-orm';
import { newBlobKey } from '@/adapters/blob/blob';
import { type Ctx, inTransaction } from '@/db/context';
import { picture } from '@/db/schema/generation';
import { pictureVersion } from '@/db/schema/headshots';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { rememberPrint } from '@/features/privacy/provenance/remember-print';
import { requireMember } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { type Clock, MINUTE, systemClock } from '@/lib/time';
import { say } from '@/texts/current-texts';
import type { EditedPicture } from '@/vision/edit-types';
import { drawEdit } from './draw-edit';
import { requireLike } from './edit-likeness';
import type { PictureEdit, VersionView } from './edit-types';
import { getOwnPicture, type OwnPicture, type PicturePlace } from './own-picture';
import { hideOldest, removeVersions, storeVersion, type VersionFiles } from './version-files';
import { toVersionView, type VersionRow } from './version-view';

/** After this long an unfinished save is taken over by a repeat: its process must have died. */
const TAKEN_OVER_AFTER = 3 * MINUTE;

type Input = PicturePlace & { edit: PictureEdit; idempotencyKey: string };

/** `replayed`: this key's version was there before. */
export type SavedVersion = { version: VersionView; replayed: boolean };

/**
 * The same key saves once. Throws `not_found` for what is not theirs, `forbidden` without consent, `invalid` when the edit
 * cannot be made or does not look like the person any more, `conflict` while the same save is under way.
 */
export async function saveEdit(ctx: Ctx, input: Input, clock = systemClock): Promise<SavedVersion> {
  const own = await getOwnPicture(ctx, input);
  const { row, repeat } = await reserve(ctx, own, input, clock());
  if (repeat) return { version: toVersionView(row, own.currentVersionId), replayed: true };
  const { version, left } = await make(ctx, own, input, row, clock).catch(async (error: unknown) => {
    await removeVersions(ctx.db, [row]);
    throw error;
  });
  // The new version stands whatever becomes of the oldest; what is left over goes with the next sweep.
  await removeVersions(ctx.db, left).catch((error: unknown) => log.warn({ err: error }, 'versions left'));
  return { version, replayed: false };
}

async function make(ctx: Ctx, own: OwnPicture, input: Input, row: VersionRow, clock: Clock) {
  const edited = await drawEdit(ctx, own, input.edit, 'save');
  await requireLike(ctx, own, edited);
  await storeVersion(edited, row);
  await rememberPrint(ctx.db, own.id, edited.image);
  return finish(ctx, input, row, edited, clock());
}

/** The row is there before its files, and so is its number: two saves at once are two versions. */
async function reserve(
  ctx: Ctx,
  own: OwnPicture,
  { edit, idempotencyKey }: Input,
  now: Date,
): Promise<{ row: VersionRow; repeat: boolean }> {
  const { memberId, userId } = requireMember(ctx.actor);
  const requestHash = sha256Hex(canonicalJson(edit));
  const known = await findByKey(ctx, own.id, idempotencyKey);
  if (known && known.requestHash !== requestHash)
    throw new AppError('idempotency_mismatch', say('headshots.refused.keyUsed'));
  if (known?.readyAt) return { row: known, repeat: true };
  if (known && now.getTime() - known.createdAt.getTime() < TAKEN_OVER_AFTER) throw underWay();
  if (known) await removeVersions(ctx.db, [known]);
  const row = await inTransaction(ctx, async (ctx) => {
    await ctx.db.select({ id: picture.id }).from(picture).where(eq(picture.id, own.id)).for('update');
    const [last] = await ctx.db
      .select({ number: max(pictureVersion.number) })
      .from(pictureVersion)
      .where(eq(pictureVersion.pictureId, own.id));
    const transparent = edit.backdrop.kind === 'none';
    const [reserved] = await ctx.db
      .insert(pictureVersion)
      .values({
        id: newId('pictureVersion'),
        organizationId: ctx.orgId,
        pictureId: own.id,
        memberId,
        userId,
        number: (last?.number ?? 0) + 1,
        parentId: own.currentVersionId,
        edit,
        idempotencyKey,
        requestHash,
        aspect: edit.crop.aspect,
        format: transparent ? 'png' : 'jpeg',
        blobKey: newBlobKey('pictures', transparent ? 'png' : 'jpg'),
        thumbnailKey: newBlobKey('pictures', 'webp'),
        createdAt: now,
      })
      .onConflictDoNothing({ target: [pictureVersion.pictureId, pictureVersion.idempotencyKey] })
      .returning();
    return reserved;
  });
  if (!row) throw underWay();
  return { row, repeat: false };
}

async function findByKey(ctx: Ctx, pictureId: string, key: string): Promise<VersionRow | null> {
  const [row] = await ctx.db
    .select()
    .from(pictureVersion)
    .where(and(eq(pictureVersion.pictureId, pictureId), eq(pictureVersion.idempotencyKey, key)));
  return row ?? null;
}

/** The files are there: the version counts from now on, unless its picture went meanwhile. */
async function finish(
  ctx: Ctx,
  place: PicturePlace,
  { id }: VersionRow,
  edited: EditedPicture,
  now: Date,
): Promise<{ version: VersionView; left: VersionFiles[] }> {
  const { image, width, height, box, face } = edited;
  return inTransaction(ctx, async (ctx) => {
    await getOwnPicture(ctx, place, { lock: true });
    const [row] = await ctx.db
      .update(pictureVersion)
      .set({
        width,
        height,
        box,
        bytes: image.byteLength,
        sha256: sha256Hex(image),
        likeness: face?.likeness ?? null,
        readyAt: now,
      })
      .where(eq(pictureVersion.id, id))
      .returning();
    if (!row) throw notFound('picture');
    await ctx.db.update(picture).set({ currentVersionId: id }).where(eq(picture.id, row.pictureId));
    await recordAudit(ctx, {
      action: 'headshots.edit',
      subjectType: 'picture',
      subjectId: row.pictureId,
      data: { versionId: id, number: row.number },
    });
    const data = { generationId: place.generationId };
    await emitEvent(ctx, { type: 'picture.changed', userId: row.userId, data });
    return { version: toVersionView(row, id), left: await hideOldest(ctx, row, now) };
  });
}

function underWay(): AppError {
  return new AppError('conflict', say('headshots.refused.saving'), {
    reason: 'saving',
  });
}

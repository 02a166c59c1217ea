/**
 * The second half of a deletion: files first, rows after, so that no file is ever left without a row that knows it. Every
 * step can be repeated; a purge that was interrupted goes on where it stopped.
 */
import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { blobs } from '@/adapters/blob/blob';
import { type Ctx, inTransaction } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { backdrop, pictureLink, pictureVersion } from '@/db/schema/headshots';
import { deletionRequest } from '@/db/schema/privacy';
import { directUpload, photo } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { systemClock } from '@/lib/time';
import type { PurgedObject } from './deletion-view';
import { listRunningGenerations } from './running-generations';

type Request = typeof deletionRequest.$inferSelect;
type Doomed = { kind: PurgedObject['kind']; id: string; files: { variant: string; key: string }[] };

/** `waiting`: a generation that was told to stop still reads the photos; try again in seconds. */
export type PurgeResult = 'done' | 'waiting';

export async function purgeDeletion(ctx: Ctx, requestId: string, clock = systemClock): Promise<PurgeResult> {
  const [request] = await ctx.db
    .select()
    .from(deletionRequest)
    .where(and(eq(deletionRequest.id, requestId), eq(deletionRequest.organizationId, ctx.orgId)));
  if (!request || request.status === 'done') return 'done';
  if (request.kind === 'photo_set') {
    const running = await listRunningGenerations(ctx, { photoSetId: request.targetId });
    if (running.length > 0) return 'waiting';
  }
  const doomed = await listDoomed(ctx, request);
  if (request.status === 'requested') await startPurging(ctx, request, doomed, clock());
  await blobs().delete(doomed.flatMap(({ files }) => files.map(({ key }) => key)));
  if (request.kind === 'photo_set') await blobs().delete(await listIncomingKeys(ctx, request.targetId));
  await finish(ctx, request, doomed, clock());
  return 'done';
}

async function listDoomed(ctx: Ctx, { kind, targetId }: Request): Promise<Doomed[]> {
  if (kind === 'photo' || kind === 'photo_set') {
    const rows = await ctx.db
      .select()
      .from(photo)
      .where(kind === 'photo' ? eq(photo.id, targetId) : eq(photo.photoSetId, targetId));
    return rows.map(({ id, workingKey, thumbnailKey }) => ({
      kind: 'photo',
      id,
      files: filesOf({ working: workingKey, thumbnail: thumbnailKey }),
    }));
  }
  if (kind === 'backdrop') {
    const rows = await ctx.db.select().from(backdrop).where(eq(backdrop.id, targetId));
    return rows.map(({ id, blobKey, swatchKey }) => ({
      kind: 'backdrop',
      id,
      files: filesOf({ backdrop: blobKey, swatch: swatchKey }),
    }));
  }
  const rows = await ctx.db
    .select()
    .from(picture)
    .where(kind === 'picture' ? eq(picture.id, targetId) : eq(picture.generationId, targetId));
  const versions = await ctx.db
    .select()
    .from(pictureVersion)
    .where(
      inArray(
        pictureVersion.pictureId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map(({ id, blobKey, thumbnailKey }) => ({
    kind: 'picture',
    id,
    files: [
      ...filesOf({ picture: blobKey, thumbnail: thumbnailKey }),
      ...versions
        .filter(({ pictureId }) => pictureId === id)
        .flatMap((one) =>
          filesOf({
            [`version ${one.number}`]: one.blobKey,
            [`version ${one.number} thumbnail`]: one.thumbnailKey,
          }),
        ),
    ],
  }));
}

/** What was sent past us and not read yet. The rows stay until nothing more can arrive under their keys. */
async function listIncomingKeys(ctx: Ctx, photoSetId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ blobKey: directUpload.blobKey })
    .from(directUpload)
    .where(eq(directUpload.photoSetId, photoSetId));
  return rows.map(({ blobKey }) => blobKey);
}

function filesOf(keys: Record<string, string | null>): Doomed['files'] {
  return Object.entries(keys).flatMap(([variant, key]) => (key ? [{ variant, key }] : []));
}

/** Notes what will go while it can still be read. */
async function startPurging(ctx: Ctx, request: Request, doomed: Doomed[], now: Date): Promise<void> {
  const objects: PurgedObject[] = [];
  for (const { kind, id, files } of doomed) {
    const hashed = await Promise.all(files.map(({ variant, key }) => hashFile(variant, key)));
    objects.push({ kind, id, files: hashed.flatMap((file) => (file ? [file] : [])) });
  }
  await ctx.db
    .update(deletionRequest)
    .set({ status: 'purging', purgingAt: now, objects })
    .where(and(eq(deletionRequest.id, request.id), eq(deletionRequest.status, 'requested')));
}

async function hashFile(variant: string, key: string): Promise<PurgedObject['files'][number] | null> {
  const stored = await blobs().get(key);
  if (!stored) return null;
  const hash = createHash('sha256');
  const reader = stored.stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) hash.update(part.value);
  return { variant, sha256: hash.digest('hex'), bytes: stored.size };
}

async function finish(ctx: Ctx, request: Request, doomed: Doomed[], now: Date): Promise<void> {
  const idsOf = (kind: Doomed['kind']) => doomed.filter((one) => one.kind === kind).map(({ id }) => id);
  await inTransaction(ctx, async (ctx) => {
    const [done] = await ctx.db
      .update(deletionRequest)
      .set({ status: 'done', doneAt: now })
      .where(and(eq(deletionRequest.id, request.id), eq(deletionRequest.status, 'purging')))
      .returning({ id: deletionRequest.id });
    if (!done) return;
    await ctx.db.delete(photo).where(inArray(photo.id, idsOf('photo')));
    // What a vision model said about the selfies goes with the last of them.
    if (request.kind === 'photo_set')
      await ctx.db
        .update(generation)
        .set({ subject: null })
        .where(eq(generation.photoSetId, request.targetId));
    await ctx.db.delete(pictureVersion).where(inArray(pictureVersion.pictureId, idsOf('picture')));
    await ctx.db.delete(pictureLink).where(inArray(pictureLink.pictureId, idsOf('picture')));
    await ctx.db.delete(picture).where(inArray(picture.id, idsOf('picture')));
    await ctx.db.delete(backdrop).where(inArray(backdrop.id, idsOf('backdrop')));
    await recordAudit(ctx, {
      action: 'privacy.purge',
      subjectType: request.kind,
      subjectId: request.targetId,
      data: { deletionId: request.id, objects: doomed.length },
    });
    await emitEvent(ctx, {
      type: 'photo.checked',
      userId: request.userId,
      data: { deletionId: request.id },
    });
  });
}

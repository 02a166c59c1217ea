import { and, eq, isNull } from 'drizzle-orm';
import { blobs, newBlobKey } from '@/adapters/blob/blob';
import { type IncomingFile, receiveFile } from '@/adapters/blob/incoming';
import { vision } from '@/adapters/vision/vision';
import { type Ctx, inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { backdrop } from '@/db/schema/headshots';
import { recordAudit } from '@/features/audit/record-audit';
import { refusalOf } from '@/features/uploads/refusal';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { SECOND, systemClock } from '@/lib/time';
import { say } from '@/texts/current-texts';
import type { PreparedBackdrop } from '@/vision/edit-types';
import { type BackdropRow, listBackdrops, mine, toBackdropView } from './backdrop-queries';
import { type BackdropView, MAX_BACKDROP_BYTES, MAX_BACKDROPS } from './backdrop-types';

/** Reading one takes half a second, more behind pictures that are being drawn. */
const TIME_LIMIT = 60 * SECOND;

/** `created` is false when this file was there before. */
export type AddedBackdrop = { backdrop: BackdropView; created: boolean };

/**
 * Keeps a picture that the member wants behind them: decoded by content and made anew in the vision process, without metadata. What
 * was uploaded is deleted whatever happens. Throws `too_large` above 8 MB or 64 megapixels, `unsupported_type` or `invalid` by content,
 * `conflict` when they have six.
 */
export async function addBackdrop(
  ctx: Ctx,
  { stream }: { stream: ReadableStream<Uint8Array> },
  clock = systemClock,
): Promise<AddedBackdrop> {
  requirePermission(ctx.actor, 'generation:own');
  requireMember(ctx.actor);
  const file = await receiveFile(stream, MAX_BACKDROP_BYTES);
  try {
    const known = await findSame(ctx, file.sha256);
    if (known?.readyAt) return { backdrop: toBackdropView(known), created: false };
    // A look before the work; `reserve` decides.
    if (!known && (await listBackdrops(ctx)).length >= MAX_BACKDROPS) throw tooManyBackdrops();
    const prepared = await prepare(file);
    const row = await reserve(ctx, file.sha256, clock());
    if (row.readyAt) return { backdrop: toBackdropView(row), created: false };
    return { backdrop: await store(ctx, row, prepared, clock()), created: true };
  } finally {
    await file.remove();
  }
}

async function prepare(file: IncomingFile): Promise<PreparedBackdrop> {
  const bytes = await file.read();
  return vision()
    .prepareBackdrop(bytes, { timeoutMs: TIME_LIMIT })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
}

/** One after the other, so that six are six. The same file again is the same row, also while it is being stored. */
async function reserve(ctx: Ctx, sha256: string, now: Date): Promise<BackdropRow> {
  const { userId, memberId } = requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.select({ id: member.id }).from(member).where(eq(member.id, memberId)).for('no key update');
    const known = await findSame(ctx, sha256);
    if (known) return known;
    const all = await ctx.db.select({ id: backdrop.id }).from(backdrop).where(mine(ctx));
    if (all.length >= MAX_BACKDROPS) throw tooManyBackdrops();
    const [row] = await ctx.db
      .insert(backdrop)
      .values({
        id: newId('backdrop'),
        organizationId: ctx.orgId,
        memberId,
        userId,
        sha256,
        blobKey: newBlobKey('backdrops', 'jpg'),
        swatchKey: newBlobKey('backdrops', 'jpg'),
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('A backdrop was not written.');
    return row;
  });
}

async function findSame(ctx: Ctx, sha256: string): Promise<BackdropRow | null> {
  const [row] = await ctx.db
    .select()
    .from(backdrop)
    .where(and(mine(ctx), eq(backdrop.sha256, sha256)));
  return row ?? null;
}

async function store(
  ctx: Ctx,
  { id, blobKey, swatchKey }: BackdropRow,
  { jpeg, swatch }: PreparedBackdrop,
  now: Date,
): Promise<BackdropView> {
  await blobs().put(blobKey, jpeg, 'image/jpeg');
  await blobs().put(swatchKey, swatch, 'image/jpeg');
  const kept = await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(backdrop)
      .set({ readyAt: now })
      .where(and(eq(backdrop.id, id), isNull(backdrop.deletedAt)))
      .returning();
    if (row)
      await recordAudit(ctx, { action: 'headshots.add_backdrop', subjectType: 'backdrop', subjectId: id });
    return row;
  });
  if (kept) return toBackdropView(kept);
  // It was removed meanwhile, perhaps before its files were there.
  await blobs().delete([blobKey, swatchKey]);
  throw notFound('backdrop');
}

function tooManyBackdrops(): AppError {
  return new AppError('conflict', say('headshots.refused.tooManyBackdrops', { most: MAX_BACKDROPS }), {
    reason: 'too_many_backdrops',
    limit: MAX_BACKDROPS,
  });
}

/** Everything a person has in one team disappears, in the caller's transaction. A job purges files and rows afterwards. */
import { and, asc, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { backdrop, pictureLink } from '@/db/schema/headshots';
import { consent, deletionRequest } from '@/db/schema/privacy';
import { photo, photoSet, uploadHandover } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { chunks } from '@/lib/chunks';
import { newId } from '@/lib/ids';
import type { DeletionKind } from './input';
import type { StopGeneration } from './withdraw-consent';

export type HiddenOfPerson = {
  /** Consents that ended now. */
  consents: number;
  /** Generations that were stopped. */
  stopped: number;
  photoSets: number;
  generations: number;
  backdrops: number;
  links: number;
};

/**
 * Ends consents, stops what runs, and hides sets, generations, backdrops and links of this person in this team, also of earlier
 * memberships. Each set, generation and backdrop gets its deletion request. Doing it again hides what came meanwhile.
 */
export async function hidePerson(
  ctx: Ctx,
  userId: string,
  { stopGeneration }: { stopGeneration: StopGeneration },
  now: Date,
): Promise<HiddenOfPerson> {
  const whose = (table: { organizationId: PgColumn; userId: PgColumn }): SQL | undefined =>
    and(eq(table.organizationId, ctx.orgId), eq(table.userId, userId));
  // Locked first: a generation that starts now either is stopped below or finds the photos gone.
  await ctx.db
    .select({ id: photoSet.id })
    .from(photoSet)
    .where(and(whose(photoSet), ne(photoSet.status, 'deleted')))
    .orderBy(asc(photoSet.id))
    .for('update');
  const consents = await endConsents(ctx, whose(consent), now);
  const running = await ctx.db
    .select({ id: generation.id })
    .from(generation)
    .where(and(whose(generation), inArray(generation.status, ['queued', 'processing'])))
    .orderBy(asc(generation.id));
  for (const { id } of running) await stopGeneration(ctx, id);

  const sets = await ctx.db
    .update(photoSet)
    .set({ status: 'deleted', deletedAt: now, name: null })
    .where(and(whose(photoSet), ne(photoSet.status, 'deleted')))
    .returning({ id: photoSet.id });
  await ctx.db
    .update(photo)
    .set({ deletedAt: now })
    .where(and(whose(photo), isNull(photo.deletedAt)));
  const generations = await ctx.db
    .update(generation)
    .set({ deletedAt: now })
    .where(and(whose(generation), isNull(generation.deletedAt)))
    .returning({ id: generation.id });
  // What was wished for and what a model said about the selfies, also of generations that were hidden before.
  await ctx.db
    .update(generation)
    .set({ preferences: null, prompt: null, subject: null })
    .where(whose(generation));
  await ctx.db
    .update(picture)
    .set({ deletedAt: now })
    .where(and(whose(picture), isNull(picture.deletedAt)));
  const backdrops = await ctx.db
    .update(backdrop)
    .set({ deletedAt: now })
    .where(and(whose(backdrop), isNull(backdrop.deletedAt)))
    .returning({ id: backdrop.id });
  const links = await ctx.db.delete(pictureLink).where(whose(pictureLink)).returning({ id: pictureLink.id });
  await ctx.db.delete(uploadHandover).where(whose(uploadHandover));

  await request(ctx, userId, 'photo_set', sets, now);
  await request(ctx, userId, 'generation', generations, now);
  await request(ctx, userId, 'backdrop', backdrops, now);
  const hidden = {
    consents,
    stopped: running.length,
    photoSets: sets.length,
    generations: generations.length,
    backdrops: backdrops.length,
    links: links.length,
  };
  if (Object.values(hidden).some((count) => count > 0)) {
    await recordAudit(ctx, {
      action: 'privacy.hide_person',
      subjectType: 'user',
      subjectId: userId,
      data: hidden,
    });
  }
  return hidden;
}

/** The proof that there was a consent stays, without the address and the browser. */
async function endConsents(ctx: Ctx, mine: SQL | undefined, now: Date): Promise<number> {
  const ended = await ctx.db
    .update(consent)
    .set({ withdrawnAt: now })
    .where(and(mine, isNull(consent.withdrawnAt)))
    .returning({ id: consent.id });
  await ctx.db.update(consent).set({ ip: null, userAgent: null }).where(mine);
  return ended.length;
}

async function request(
  ctx: Ctx,
  userId: string,
  kind: DeletionKind,
  targets: readonly { id: string }[],
  now: Date,
): Promise<void> {
  for (const some of chunks(targets)) {
    await ctx.db
      .insert(deletionRequest)
      .values(
        some.map(({ id }) => ({
          id: newId('deletion'),
          organizationId: ctx.orgId,
          userId,
          kind,
          targetId: id,
          requestedBy: `user:${userId}`,
          requestedAt: now,
        })),
      )
      .onConflictDoNothing({ target: [deletionRequest.kind, deletionRequest.targetId] });
  }
}

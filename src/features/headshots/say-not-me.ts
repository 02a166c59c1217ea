/** "Not me": the picture goes and what it was charged comes back, in one transaction, as far as the limit allows. */

import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { generation, picture, pictureVerdict } from '@/db/schema/generation';
import { raiseFlag } from '@/features/audit/raise-flag';
import { recordAudit } from '@/features/audit/record-audit';
import { refundToWallet } from '@/features/credits/refund';
import { isOver, picturesBefore } from '@/features/generation/rules';
import { recordTransitions } from '@/features/generation/transitions';
import { emitEvent } from '@/features/notifications/emit-event';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { jobCtx } from '@/jobs/trusted-ctx';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { currentTexts, say } from '@/texts/current-texts';
import { lockReturns, type PersonReturns, readReturns } from './verdict-queries';
import { decideReturn, explainKept, isConspicuous, type ReturnDecision } from './verdict-rules';
import { writeVerdict } from './write-verdict';

export type NotMeAnswer = {
  decision: ReturnDecision;
  /** Credits that came back; 0 when the picture stays. */
  credits: number;
  /** What was decided, when nothing came back. */
  message: string | null;
};

export type PictureOfGeneration = { generationId: string; pictureId: string };

type Found = { id: string; generationId: string; priceEach: number; finishedAt: Date };

/**
 * Within 7 days and up to the limit of `verdict-rules.ts` the picture is deleted and its price is back in the wallet (in the pool,
 * when the member has left meanwhile). Otherwise the answer is kept and nothing else changes. Saying it again answers the same.
 * Throws `not_found` for what is not an accepted picture of the member's own, `conflict` while its generation runs.
 */
export async function sayNotMe(
  ctx: Ctx,
  input: PictureOfGeneration,
  clock = systemClock,
): Promise<NotMeAnswer> {
  requirePermission(ctx.actor, 'generation:own');
  const { userId } = requireMember(ctx.actor);
  const now = clock();
  return inTransaction(ctx, async (ctx) => {
    await lockReturns(ctx, userId);
    const before = await findReturned(ctx, input);
    if (before !== null) return { decision: 'refund', credits: before, message: null };
    const found = await lockPicture(ctx, input);
    const returns = await readReturns(ctx, userId, now);
    const isFirst = found.generationId === returns.firstGenerationId;
    const decision = decideReturn({ ...returns, finishedAt: found.finishedAt, isFirst }, now);
    const credits = decision === 'refund' ? found.priceEach : 0;
    await writeVerdict(ctx, found, {
      verdict: 'not_me',
      refunded: credits || null,
      ofFirst: isFirst && credits > 0,
      decidedAt: now,
    });
    if (decision === 'refund') await giveBack(ctx, found, now);
    await recordAudit(ctx, {
      action: 'headshots.not_me',
      subjectType: 'picture',
      subjectId: found.id,
      data: { decision, credits, generationId: found.generationId },
    });
    await emitEvent(ctx, { type: 'picture.changed', userId, data: { generationId: found.generationId } });
    await flag(ctx, userId, decision, returns);
    return {
      decision,
      credits,
      message: decision === 'refund' ? null : explainKept(decision, returns, currentTexts()),
    };
  });
}

/** Null unless this picture of the member's came back before. Its row may be gone by now. */
async function findReturned(
  ctx: Ctx,
  { generationId, pictureId }: PictureOfGeneration,
): Promise<number | null> {
  const { memberId } = requireMember(ctx.actor);
  const [row] = await ctx.db
    .select({ refunded: pictureVerdict.refunded })
    .from(pictureVerdict)
    .where(
      and(
        eq(pictureVerdict.pictureId, pictureId),
        eq(pictureVerdict.generationId, generationId),
        eq(pictureVerdict.organizationId, ctx.orgId),
        eq(pictureVerdict.memberId, memberId),
      ),
    );
  return row?.refunded ?? null;
}

/** The generation first, as everybody who ends or deletes one does. */
async function lockPicture(ctx: Ctx, { generationId, pictureId }: PictureOfGeneration): Promise<Found> {
  const { memberId } = requireMember(ctx.actor);
  const [made] = await ctx.db
    .select({ status: generation.status, priceEach: generation.priceEach, finishedAt: generation.finishedAt })
    .from(generation)
    .where(
      and(
        eq(generation.id, generationId),
        eq(generation.organizationId, ctx.orgId),
        eq(generation.memberId, memberId),
        isNull(generation.deletedAt),
      ),
    )
    .for('update');
  if (!made) throw notFound('picture');
  const [row] = await ctx.db
    .select({ id: picture.id })
    .from(picture)
    .where(
      and(
        eq(picture.id, pictureId),
        eq(picture.generationId, generationId),
        eq(picture.status, 'accepted'),
        isNull(picture.deletedAt),
      ),
    )
    .for('update');
  if (!row) throw notFound('picture');
  if (!isOver(made.status) || !made.finishedAt)
    throw new AppError('conflict', say('headshots.refused.stillRunning'));
  return { id: row.id, generationId, priceEach: made.priceEach, finishedAt: made.finishedAt };
}

/** Credits last: nothing waits for the wallet but other moves of it. */
async function giveBack(ctx: Ctx, { id, generationId, priceEach }: Found, now: Date): Promise<void> {
  await requestDeletion(ctx, { kind: 'picture', targetId: id }, () => now);
  await ctx.db
    .update(picture)
    .set({ status: 'returned', favourite: false })
    .where(and(eq(picture.id, id), inArray(picture.status, picturesBefore('returned'))));
  await recordTransitions(ctx, [
    { generationId, pictureId: id, from: 'accepted', to: 'returned', why: `not me, ${priceEach} back` },
  ]);
  await ctx.db
    .update(generation)
    .set({ refunded: sql`${generation.refunded} + ${priceEach}` })
    .where(eq(generation.id, generationId));
  await refundToWallet(jobCtx(ctx.db, ctx.orgId, 'headshots.not-me'), {
    generationId,
    amount: priceEach,
    idempotencyKey: `not-me:${id}`,
  });
}

async function flag(
  ctx: Ctx,
  userId: string,
  decision: ReturnDecision,
  returns: PersonReturns,
): Promise<void> {
  const returnedToday = returns.returnedToday + (decision === 'refund' ? 1 : 0);
  if (!isConspicuous(decision, returnedToday)) return;
  const { headshots, returned } = returns;
  await raiseFlag(ctx, {
    kind: 'not_me_refunds',
    subjectType: 'user',
    subjectId: userId,
    data: { decision, headshots, returned, returnedToday },
  });
}

/** The one end of a generation: what was accepted is charged, the rest freed, in the transaction that says so. */

import { and, eq, inArray } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { recordAudit } from '@/features/audit/record-audit';
import { settleHold } from '@/features/credits/settle';
import { voidHold } from '@/features/credits/void';
import { emitEvent } from '@/features/notifications/emit-event';
import { failpoint } from '@/lib/failpoint';
import { recordDuration } from '@/lib/telemetry';
import { textsIn } from '@/texts/catalogue';
import { announceEnd } from './announce-end';
import { failureOf, isPictureOver, outcomeOf, picturesBefore } from './rules';
import { recordTransitions } from './transitions';

export type EndReason = {
  /** Given up before it was done: by the member, or because it may not go on. Otherwise it ran to its end. */
  stopped: boolean;
  /** For the transition rows and the audit log. */
  why: string;
  /** A worker's own: the end is refused when the row has another. */
  fence?: number;
  now?: Date;
};

export type GenerationEnd = {
  status: 'completed' | 'failed' | 'cancelled';
  accepted: number;
  charged: number;
  released: number;
};

/** Null when it had already ended, or another worker has it. */
export async function endGeneration(
  ctx: Ctx,
  generationId: string,
  { stopped, why, fence, now = new Date() }: EndReason,
): Promise<GenerationEnd | null> {
  const end = await inTransaction(ctx, async (ctx) => {
    const row = await lockRunning(ctx, generationId, fence);
    if (!row) return null;
    const statuses = await closePictures(ctx, generationId, stopped ? 'cancelled' : 'failed', why);
    const accepted = statuses.filter((status) => status === 'accepted').length;
    const status = outcomeOf(accepted, stopped);
    const charged = accepted * row.priceEach;
    const released = row.priceEach * row.variations - charged;
    const failure = status === 'failed' ? failureOf(statuses, textsIn('en')) : null;
    await ctx.db
      .update(generation)
      .set({
        status,
        charged,
        stage: 'saving',
        progress: status === 'completed' ? 100 : row.progress,
        fence: row.fence + 1,
        leaseUntil: null,
        finishedAt: now,
        failure,
      })
      .where(eq(generation.id, generationId));
    failpoint('settle.ended');
    if (charged > 0) await settleHold(ctx, { generationId, amount: charged, pictures: accepted });
    else await voidHold(ctx, { generationId });
    failpoint('settle.resolved');
    await recordTransitions(ctx, [{ generationId, from: row.status, to: status, why }]);
    await recordAudit(ctx, {
      action: `generation.${status}`,
      subjectType: 'generation',
      subjectId: generationId,
      data: { accepted, charged, released, why },
    });
    const data = { generationId, status };
    await emitEvent(ctx, { type: 'generation.finished', userId: row.userId, data });
    if (status !== 'cancelled')
      await announceEnd(ctx, row, { status, accepted, charged, released, statuses });
    return { status, accepted, charged, released, row };
  });
  failpoint('settle.committed');
  if (!end) return null;
  const { row, ...told } = end;
  recordDuration('headcraft.generation.duration', now.getTime() - row.createdAt.getTime(), {
    engine: row.engine,
    outcome: told.status,
  });
  return told;
}

async function lockRunning(ctx: Ctx, generationId: string, fence: number | undefined) {
  const [row] = await ctx.db
    .select()
    .from(generation)
    .where(
      and(
        eq(generation.id, generationId),
        eq(generation.organizationId, ctx.orgId),
        inArray(generation.status, ['queued', 'processing']),
      ),
    )
    .for('update');
  return row && (fence === undefined || row.fence === fence) ? row : null;
}

/** Whatever is not decided yet becomes `to`. Answers every picture's final status. */
async function closePictures(ctx: Ctx, generationId: string, to: 'cancelled' | 'failed', why: string) {
  const before = await ctx.db
    .select({ id: picture.id, status: picture.status })
    .from(picture)
    .where(eq(picture.generationId, generationId))
    .orderBy(picture.number)
    .for('update');
  const open = before.filter(({ status }) => !isPictureOver(status));
  if (open.length > 0) {
    await ctx.db
      .update(picture)
      .set({ status: to, reason: why })
      .where(and(eq(picture.generationId, generationId), inArray(picture.status, picturesBefore(to))));
    await recordTransitions(
      ctx,
      open.map(({ id, status }) => ({ generationId, pictureId: id, from: status, to, why })),
    );
  }
  return before.map(({ status }) => (isPictureOver(status) ? status : to));
}

/** What becomes of a generation whose worker could not go on: back to the queue, or failed with everything released. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { emitEvent } from '@/features/notifications/emit-event';
import { enqueue } from '@/jobs/port';
import { HOUR, plus, SECOND } from '@/lib/time';
import { endGeneration } from './end-generation';
import { backOffSeconds, MAX_RUNS } from './rules';
import { recordTransitions } from './transitions';

/** A generation waits so long for an engine that cannot be asked; then it fails and its credits come back. */
const LONGEST_WAIT = HOUR;

export type HandBack = {
  /** The fence of the run that ended; nothing happens when another has taken over. */
  fence: number;
  /** For the transition row. */
  why: string;
  /** A shutdown is nobody's failure: it does not count as a run, and the next worker may take it at once. */
  counts: boolean;
  /** Whether the picture's last call is taken back, so that it does not count among its three. Default: when the run does not count. */
  forgive?: boolean;
  /** Milliseconds until it may be taken again, when the run does not count. */
  delayMs?: number;
  now?: Date;
};

export async function handBack(
  ctx: Ctx,
  generationId: string,
  { fence, why, counts, forgive = !counts, delayMs = 0, now = new Date() }: HandBack,
): Promise<'queued' | 'ended' | 'lost'> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(generation)
      .where(
        and(
          eq(generation.id, generationId),
          eq(generation.organizationId, ctx.orgId),
          eq(generation.status, 'processing'),
          eq(generation.fence, fence),
        ),
      )
      .for('update');
    if (!row) return 'lost';
    if ((counts && row.attempts >= MAX_RUNS) || (delayMs > 0 && plus(row.createdAt, LONGEST_WAIT) < now)) {
      await endGeneration(ctx, generationId, { stopped: false, why, fence, now });
      return 'ended';
    }
    const availableAt = counts ? plus(now, backOffSeconds(row.attempts) * SECOND) : plus(now, delayMs);
    await ctx.db
      .update(generation)
      .set({
        status: 'queued',
        stage: 'queue',
        fence: row.fence + 1,
        leaseUntil: null,
        availableAt,
        attempts: counts ? row.attempts : row.attempts - 1,
      })
      .where(eq(generation.id, generationId));
    if (forgive) await forgiveCalls(ctx, generationId);
    await recordTransitions(ctx, [{ generationId, from: 'processing', to: 'queued', why }]);
    await emitEvent(ctx, {
      type: 'generation.progress',
      userId: row.userId,
      data: { generationId, status: 'queued', stage: 'queue', progress: row.progress },
    });
    await enqueue(ctx.db, 'generation.run', { generationId }, { startAfter: availableAt });
    return 'queued';
  });
}

/** The call that a shutdown cut off does not count among a picture's three. */
async function forgiveCalls(ctx: Ctx, generationId: string): Promise<void> {
  await ctx.db
    .update(picture)
    .set({ attempts: sql`greatest(${picture.attempts} - 1, 0)` })
    .where(and(eq(picture.generationId, generationId), inArray(picture.status, ['drawing', 'scoring'])));
}

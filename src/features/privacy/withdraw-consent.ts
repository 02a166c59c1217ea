import { and, eq, isNull, ne } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { consent } from '@/db/schema/privacy';
import { photoSet } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember, requirePermission } from '@/lib/actor';
import { systemClock } from '@/lib/time';
import type { DeletionView } from './deletion-view';
import { requestDeletion } from './request-deletion';
import { listRunningGenerations } from './running-generations';

/**
 * What stops a generation and frees its credits. It belongs to a feature that stands above this one, so the caller brings
 * it, and cannot forget it. Called inside the transaction, once for each running generation.
 */
export type StopGeneration = (ctx: Ctx, generationId: string) => Promise<unknown>;

export type Withdrawal = {
  /** Consents that ended. */
  consents: number;
  /** Generations that were told to stop. */
  stopped: number;
  /** The deletions of the member's sets with their photos and face measurements. */
  deletions: DeletionView[];
};

/**
 * Ends this member's consent in this organization: running generations are stopped (not charged), photos and face
 * measurements disappear now and are purged within minutes. Finished pictures stay. Withdrawing again changes nothing.
 */
export async function withdrawConsent(
  ctx: Ctx,
  { stopGeneration }: { stopGeneration: StopGeneration },
  clock = systemClock,
): Promise<Withdrawal> {
  requirePermission(ctx.actor, 'consent:own');
  const { userId, memberId } = requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    // Locked first: a generation that starts now either is in the list below or finds the photos gone.
    const sets = await ctx.db
      .select({ id: photoSet.id })
      .from(photoSet)
      .where(
        and(
          eq(photoSet.organizationId, ctx.orgId),
          eq(photoSet.memberId, memberId),
          ne(photoSet.status, 'deleted'),
        ),
      )
      .orderBy(photoSet.id)
      .for('update');
    const ended = await ctx.db
      .update(consent)
      .set({ withdrawnAt: clock() })
      .where(
        and(eq(consent.organizationId, ctx.orgId), eq(consent.userId, userId), isNull(consent.withdrawnAt)),
      )
      .returning({ id: consent.id });
    const running = await listRunningGenerations(ctx, { memberId });
    for (const generationId of running) await stopGeneration(ctx, generationId);
    const deletions: DeletionView[] = [];
    for (const { id } of sets) {
      const target = { kind: 'photo_set', targetId: id, whileRunning: true } as const;
      deletions.push(await requestDeletion(ctx, target, clock));
    }
    for (const { id } of ended) {
      await recordAudit(ctx, {
        action: 'privacy.withdraw_consent',
        subjectType: 'consent',
        subjectId: id,
        data: { stopped: running.length, deletionIds: deletions.map((deletion) => deletion.id) },
      });
    }
    return { consents: ended.length, stopped: running.length, deletions };
  });
}

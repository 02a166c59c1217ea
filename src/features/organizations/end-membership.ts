/** What removing somebody and leaving share. */
import { and, eq, sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { recordAudit } from '@/features/audit/record-audit';
import { forgetRequestWords } from '@/features/credits/forget-request-words';
import { returnWallet } from '@/features/credits/return-wallet';
import { withdrawOpenRequest } from '@/features/credits/withdraw-request';
import { emitEvent } from '@/features/notifications/emit-event';
import { enqueue } from '@/jobs/port';
import { notFound } from '@/lib/errors';
import type { Role } from '@/lib/permissions';
import { keepingAnOwner, lockTeam } from './last-owner';

export type Ended = { userId: string; role: Role; team: string };

/**
 * Unspent credits go to the pool and the membership ends, in one transaction. Running generations see that it is gone: they are
 * cancelled and what they held follows to the pool. `check` may refuse after the row was read under its lock.
 */
export async function endMembership(
  ctx: Ctx,
  memberId: string,
  action: 'members.remove' | 'members.leave',
  check: (target: { userId: string; role: Role }) => void,
  after: (ctx: Ctx, ended: Ended) => Promise<void> = async () => {},
): Promise<Ended> {
  return keepingAnOwner(() =>
    inTransaction(ctx, async (ctx) => {
      const team = await lockTeam(ctx);
      const mine = and(eq(member.id, memberId), eq(member.organizationId, ctx.orgId));
      const [target] = await ctx.db
        .select({ userId: member.userId, role: member.role })
        .from(member)
        .where(mine)
        .for('update');
      if (!target) throw notFound('member');
      check(target);
      await withdrawOpenRequest(ctx, memberId);
      await forgetRequestWords(ctx, memberId);
      const returned = await returnWallet(ctx, { memberId });
      await ctx.db.delete(member).where(mine);
      await recordAudit(ctx, {
        action,
        subjectType: 'member',
        subjectId: memberId,
        data: { userId: target.userId, role: target.role, creditsReturned: returned?.amount ?? 0 },
      });
      await emitEvent(ctx, { type: 'members.changed' });
      if (await hasOpenGenerations(ctx, memberId)) await enqueue(ctx.db, 'generation.reap', {});
      const ended = { ...target, team };
      await after(ctx, ended);
      return ended;
    }),
  );
}

async function hasOpenGenerations(ctx: Ctx, memberId: string): Promise<boolean> {
  const result: unknown = await ctx.db.execute(sql`
    select 1 from generation where organization_id = ${ctx.orgId} and member_id = ${memberId}
      and status in ('queued', 'processing') limit 1`);
  return (result as { rows: unknown[] }).rows.length > 0;
}

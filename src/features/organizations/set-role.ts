import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { mayGrantRole } from '@/lib/permissions';
import { say } from '@/texts/current-texts';
import { type RoleInput, roleInput } from './input';
import { keepingAnOwner, lockTeam } from './last-owner';

/** Nobody grants a role above their own or touches somebody above them; the last owner stays one (`conflict`). */
export async function setRole(ctx: Ctx, input: RoleInput): Promise<void> {
  requirePermission(ctx.actor, 'members:set-role');
  const { memberId, role } = roleInput.parse(input);
  const { role: ownRole } = requireMember(ctx.actor);
  await keepingAnOwner(() =>
    inTransaction(ctx, async (ctx) => {
      await lockTeam(ctx);
      const mine = and(eq(member.id, memberId), eq(member.organizationId, ctx.orgId));
      const [target] = await ctx.db.select({ role: member.role }).from(member).where(mine).for('update');
      if (!target) throw notFound('member');
      if (!mayGrantRole(ownRole, role) || !mayGrantRole(ownRole, target.role))
        throw new AppError('forbidden', say('members.refused.changeAbove'));
      if (target.role === role) return;
      await ctx.db.update(member).set({ role }).where(mine);
      await recordAudit(ctx, {
        action: 'members.set_role',
        subjectType: 'member',
        subjectId: memberId,
        data: { from: target.role, to: role },
      });
      await emitEvent(ctx, { type: 'members.changed' });
    }),
  );
}

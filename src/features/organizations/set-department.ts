import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { type DepartmentInput, departmentInput } from './input';

/** Puts a member into a department, or into none (null or blank). Usage is counted by the department a person is in now. */
export async function setDepartment(ctx: Ctx, input: DepartmentInput): Promise<void> {
  requirePermission(ctx.actor, 'members:set-department');
  const { memberId, department } = departmentInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const mine = and(eq(member.id, memberId), eq(member.organizationId, ctx.orgId));
    const [before] = await ctx.db
      .select({ department: member.department })
      .from(member)
      .where(mine)
      .for('update');
    if (!before) throw notFound('member');
    if (before.department === department) return;
    await ctx.db.update(member).set({ department }).where(mine);
    await recordAudit(ctx, {
      action: 'members.set_department',
      subjectType: 'member',
      subjectId: memberId,
      data: { from: before.department, to: department },
    });
    await emitEvent(ctx, { type: 'members.changed' });
  });
}

import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, user } from '@/db/schema/auth';
import { AppError, isAppError } from '@/lib/errors';
import { formatCredits } from '@/lib/money';

const NAMED = 5;

export type Helper = { name: string; role: 'owner' | 'admin' };

/** The first few people who can give credits in this team. */
export async function listHelpers(ctx: Ctx): Promise<Helper[]> {
  const rows = await ctx.db
    .select({ name: user.name, role: member.role })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, ctx.orgId), inArray(member.role, ['owner', 'admin'])))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(NAMED);
  return rows.flatMap(({ name, role }) => (role === 'member' ? [] : [{ name, role }]));
}

/** An `insufficient_credits` that also says whom to ask; anything else comes back unchanged. */
export async function explainShortage(ctx: Ctx, error: unknown): Promise<unknown> {
  if (!isAppError(error, 'insufficient_credits')) return error;
  const admins = await listHelpers(ctx);
  const { available, needed } = error.details ?? {};
  const names = admins.map(({ name }) => name).join(', ');
  return new AppError(
    'insufficient_credits',
    `You have ${formatCredits(Number(available))} free, this needs ${needed}. Not charged. Ask ${names} for credits.`,
    { available, needed, admins },
  );
}

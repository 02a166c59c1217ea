/** What keeps owners countable while several people change roles or go. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { pgError } from '@/db/errors';
import { organization } from '@/db/schema/auth';
import { AppError, notFound } from '@/lib/errors';

/**
 * First lock of every change to a membership: the trigger that counts owners locks the team's row too, and invitations lock it
 * before the pool. One order for all means nobody deadlocks. Returns the team's name.
 */
export async function lockTeam(ctx: Ctx): Promise<string> {
  const [team] = await ctx.db
    .select({ name: organization.name })
    .from(organization)
    .where(eq(organization.id, ctx.orgId))
    .for('update');
  if (!team) throw notFound('Team');
  return team.name;
}

/** The database refuses to lose a team's last owner, whoever asks and however many at once; this says it in words. */
export async function keepingAnOwner<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (pgError(error)?.constraint !== 'member_last_owner') throw error;
    throw new AppError('conflict', 'A team needs an owner. Make somebody else an owner first.', {
      reason: 'last_owner',
    });
  }
}

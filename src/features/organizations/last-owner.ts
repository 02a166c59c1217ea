/** What keeps owners countable while several people change roles or go. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { pgError } from '@/db/errors';
import { organization } from '@/db/schema/auth';
import { AppError, notFound } from '@/lib/errors';
import { say } from '@/texts/current-texts';

/**
 * First lock of every change to a membership: the trigger that counts owners locks the team's row too, and invitations lock it
 * before the pool. `no key update` makes changes wait for each other, but lets rows that refer to the team be written: whoever
 * moves credits has wallets and the pool locked when it writes its first row, and must not wait for somebody who is about to
 * lock a wallet. Returns the team's name.
 */
export async function lockTeam(ctx: Ctx): Promise<string> {
  const [team] = await ctx.db
    .select({ name: organization.name })
    .from(organization)
    .where(eq(organization.id, ctx.orgId))
    .for('no key update');
  if (!team) throw notFound('team');
  return team.name;
}

/** The database refuses to lose a team's last owner, whoever asks and however many at once; this says it in words. */
export async function keepingAnOwner<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (pgError(error)?.constraint !== 'member_last_owner') throw error;
    throw new AppError('conflict', say('members.refused.lastOwner'), {
      reason: 'last_owner',
    });
  }
}

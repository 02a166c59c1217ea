/** Services that a person's account is linked to: which there are, and how one goes. `auth/social` links them. */
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { account, passkey, user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { AppError } from '@/lib/errors';
import { SOCIAL_NAME, SOCIAL_PROVIDERS, type SocialProvider } from '@/lib/social';
import { say } from '@/texts/current-texts';
import { mailAccountChange } from './account-mail';

export type SocialLink = { provider: SocialProvider; since: string };

export async function listSocialLinks(db: Db, userId: string): Promise<SocialLink[]> {
  const rows = await db
    .select({ provider: account.providerId, since: account.createdAt })
    .from(account)
    .where(and(eq(account.userId, userId), inArray(account.providerId, [...SOCIAL_PROVIDERS])))
    .orderBy(account.createdAt, account.id);
  return rows.map(({ provider, since }) => ({
    provider: provider as SocialProvider,
    since: since.toISOString(),
  }));
}

/**
 * It opens nothing from now on; its person is told by mail. `active`: services that this deployment has keys for. Throws `not_found` for one
 * that is not linked, `conflict` when only a link by e-mail would be left.
 */
export async function unlinkSocial(
  db: Db,
  userId: string,
  provider: SocialProvider,
  active: readonly SocialProvider[],
): Promise<void> {
  const names = { provider: SOCIAL_NAME[provider] };
  await inTransaction({ db }, async ({ db: tx }) => {
    // Of two that unlink at once, the second sees what the first one left.
    await tx.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update');
    const gone = await tx
      .delete(account)
      .where(and(eq(account.userId, userId), eq(account.providerId, provider)))
      .returning({ id: account.id });
    if (gone.length === 0) throw new AppError('not_found', say('errors.social.notLinked', names));
    if (!(await hasAnotherWay(tx, userId, active)))
      throw new AppError('conflict', say('errors.social.lastWay', names));
    await mailAccountChange(tx, userId, `${provider}-unlinked`);
  });
}

async function hasAnotherWay(db: Db, userId: string, active: readonly SocialProvider[]): Promise<boolean> {
  const ways = await db
    .select({ id: account.id })
    .from(account)
    .where(
      and(
        eq(account.userId, userId),
        or(
          and(eq(account.providerId, 'credential'), isNotNull(account.password)),
          inArray(account.providerId, [...active]),
        ),
      ),
    )
    .limit(1);
  if (ways.length > 0) return true;
  const passkeys = await db
    .select({ id: passkey.id })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .limit(1);
  return passkeys.length > 0;
}

/**
 * Whom a provider's word lets in, asked before anything is written. Addresses decide only once, when an account is made or linked;
 * after that the provider's own id of the person does.
 */
import type { BetterAuthOptions } from 'better-auth';
import { getOAuthState, getSessionFromCtx } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { user } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { mailAccountChange } from '@/features/account/account-mail';
import { takeOverUnconfirmed } from '@/features/organizations/take-over-unconfirmed';
import { SOCIAL_PROVIDERS, type SocialProblem, type SocialProvider } from '@/lib/social';
import { type Identity, identitySchema } from './identity';

type Gate = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;
type Context = Parameters<Gate>[1];

/** `db`: the transaction that better-auth has open, or the plain handle. */
export function socialGate(db: () => Db): Gate {
  return async ({ user: person, source: { method, action, oauth } }, context) => {
    if (method !== 'oauth' || action === 'sign-in') return;
    const identity = identitySchema.parse(oauth?.profile);
    if (identity.trust === 'none') return refused('unverified');
    if (action === 'create-user') return;
    const provider = SOCIAL_PROVIDERS.find((one) => one === oauth?.providerId);
    const userId = String(person.id);
    const state = await getOAuthState();
    const problem = !provider
      ? 'failed'
      : state?.link
        ? await askedToLink(context, userId, provider, identity)
        : await sameAddress(db(), userId, identity);
    if (!provider || problem) return refused(problem ?? 'failed');
    await mailAccountChange(db(), userId, `${provider}-linked`);
  };
}

/** From the account page. The browser must still be signed in as whoever asked, and nobody else may have this account of the provider. */
async function askedToLink(
  context: Context,
  userId: string,
  providerId: SocialProvider,
  { subject: accountId }: Identity,
): Promise<SocialProblem | null> {
  const session = await getSessionFromCtx(context);
  if (session?.user.id !== userId) return 'failed';
  const key = { providerId, accountId };
  return (await context.context.internalAdapter.findAccountByKey(key)) ? 'taken' : null;
}

/**
 * Somebody without a session, with the address of an account of ours. Where nobody ever confirmed that address, the account may be a
 * stranger's who waits for its owner: what was set goes. Where somebody did, the provider has to answer for the address
 * today: one that was given to somebody else since opens nothing.
 */
async function sameAddress(db: Db, userId: string, { trust, name }: Identity): Promise<SocialProblem | null> {
  return inTransaction({ db }, async ({ db: tx }) => {
    const [known] = await tx.select().from(user).where(eq(user.id, userId)).for('update');
    if (!known) return 'failed';
    if (known.emailVerified) return trust === 'owned' ? null : 'known';
    await takeOverUnconfirmed(tx, userId, name);
    return null;
  });
}

/** The code comes back in the address that `answer.ts` reads. */
function refused(error: SocialProblem): { error: string } {
  return { error };
}

import type { Db } from '@/db/types';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { withNext } from '@/lib/return-path';
import { type SocialProblem, type SocialProvider, socialDone } from '@/lib/social';
import { auth } from '../instance';
import { consumeLimit } from '../rate-limit';
import type { SignedIn } from '../session';
import { requireFreshSession } from '../two-step';
import { fromAuthError } from '../vendor-errors';

/** Where to send the browser, and the cookies that tie the provider's answer to it. */
type Way = { url: string; cookies: string[] };

/**
 * The way of a browser that wants to sign in with `provider`, or to sign up. `next`: a path of ours. When it cannot begin, the way leads to
 * our own page that says why.
 */
export async function beginSocialSignIn(
  headers: Headers,
  { provider, next }: { provider: SocialProvider; next: string },
): Promise<Way> {
  const back = withNext('/sign-in', next);
  const body = { provider, callbackURL: next, errorCallbackURL: back, disableRedirect: true };
  return orSaidWhy(
    async () => {
      const { api } = await auth();
      const { response, headers: answered } = await api.signInSocial({ body, headers, returnHeaders: true });
      return { url: response.url ?? back, cookies: answered.getSetCookie() };
    },
    (problem) => withNext(`/sign-in?done=${socialDone(provider, problem)}`, next),
  );
}

/** The way of somebody signed in who wants to link `provider`. Like a passkey, it takes a sign-in of the last day. */
export async function beginSocialLink(
  db: Db,
  person: SignedIn,
  headers: Headers,
  provider: SocialProvider,
): Promise<Way> {
  const body = { provider, callbackURL: '/account', errorCallbackURL: '/account', disableRedirect: true };
  return orSaidWhy(
    async () => {
      await consumeLimit(db, 'proof', person.userId);
      await requireFreshSession(db, person);
      const { api } = await auth();
      const { response, headers: answered } = await api.linkSocialAccount({
        body,
        headers,
        returnHeaders: true,
      });
      return { url: response.url, cookies: answered.getSetCookie() };
    },
    (problem) => `/account?done=${socialDone(provider, problem)}`,
  );
}

async function orSaidWhy(begin: () => Promise<Way>, page: (problem: SocialProblem) => string): Promise<Way> {
  try {
    return await begin();
  } catch (error) {
    return { url: page(problemOf(error)), cookies: [] };
  }
}

function problemOf(thrown: unknown): SocialProblem {
  const error = fromAuthError(thrown);
  if (isAppError(error, 'rate_limited')) return 'tooMany';
  if (isAppError(error, 'forbidden')) return 'stale';
  log.error({ err: thrown }, 'a sign-in service does not answer');
  return 'away';
}

/**
 * Where a browser goes that comes back from a provider: a page of ours, also with everything that can go wrong. The vendor would append
 * its own codes and texts to the address, and answer JSON where a code is owed.
 */
import type { GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware, getOAuthState, isAPIError } from 'better-auth/api';
import { env } from '@/env';
import { returnPath, withNext } from '@/lib/return-path';
import { SOCIAL_PROBLEMS, type SocialProblem, socialDone } from '@/lib/social';
import { activeSocialProviders } from './providers';

const CALLBACK = '/callback/:id';

const PROBLEM_OF: Record<string, SocialProblem> = {
  access_denied: 'cancelled',
  consent_required: 'cancelled',
  interaction_required: 'cancelled',
  login_required: 'cancelled',
  // An address of ours, and the provider does not say that it is theirs: told as if we had no such address.
  account_not_linked: 'unverified',
  email_not_found: 'noAddress',
};

export const callbackAnswer = {
  matcher: ({ path }: { path?: string }) => path === CALLBACK,
  handler: createAuthMiddleware(async (context) => {
    const to = await answerOf(context);
    if (to) throw context.redirect(to);
  }),
};

/** Null: what the vendor answers is right. */
async function answerOf(context: GenericEndpointContext): Promise<string | null> {
  const { returned, newSession } = context.context as { returned?: unknown; newSession: unknown };
  if (newSession) return null;
  if (owesCode(returned)) {
    const state = await getOAuthState();
    return withNext('/sign-in/code', returnPath(state?.callbackURL));
  }
  const to = isAPIError(returned) ? new Headers(returned.headers).get('location') : null;
  if (!to) return null;
  const url = new URL(to, env().appUrl);
  const error = url.searchParams.get('error');
  if (error === null) return null;
  url.searchParams.delete('error');
  url.searchParams.delete('error_description');
  const provider = activeSocialProviders().find((one) => one === context.params?.id);
  if (provider) url.searchParams.set('done', socialDone(provider, problemOf(error)));
  return `${url.pathname}${url.search}`;
}

function problemOf(error: string): SocialProblem {
  return SOCIAL_PROBLEMS.find((one) => one === error) ?? PROBLEM_OF[error] ?? 'failed';
}

function owesCode(returned: unknown): boolean {
  return typeof returned === 'object' && returned !== null && 'twoFactorRedirect' in returned;
}

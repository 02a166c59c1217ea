/** Services of others that people can sign in with, each where a deployment has keys for it. */

export const SOCIAL_PROVIDERS = ['google', 'microsoft'] as const;

export type SocialProvider = (typeof SOCIAL_PROVIDERS)[number];

/** Names, the same in every language. */
export const SOCIAL_NAME: Record<SocialProvider, string> = { google: 'Google', microsoft: 'Microsoft' };

/** Those that there are keys for; `keys`: `social` of the environment. */
export function activeServices(keys: Readonly<Record<SocialProvider, object | null>>): SocialProvider[] {
  return SOCIAL_PROVIDERS.filter((provider) => keys[provider] !== null);
}

/** Why signing in with one of them, or linking it, did not work: a message each under `errors.social`. */
export const SOCIAL_PROBLEMS = [
  'cancelled',
  'unverified',
  'noAddress',
  'known',
  'taken',
  'away',
  'tooMany',
  'stale',
  'failed',
] as const;

export type SocialProblem = (typeof SOCIAL_PROBLEMS)[number];

/** What a page is told in `?done=`. */
export function socialDone(provider: SocialProvider, problem: SocialProblem): string {
  return `${provider}-${problem}`;
}

/** The same, read; null for anything else, and for a service that is not among `active`. */
export function readSocialDone(
  done: string | null,
  active: readonly SocialProvider[],
): { provider: SocialProvider; problem: SocialProblem } | null {
  for (const provider of active)
    for (const problem of SOCIAL_PROBLEMS)
      if (socialDone(provider, problem) === done) return { provider, problem };
  return null;
}

import { cache } from 'react';
import { database } from '@/adapters/database/client';
import { usesLocalStripe } from '@/adapters/payments/stripe';
import { requirePageSession } from '@/auth/page';
import { activeSocialProviders } from '@/auth/social/providers';
import { countBackupCodes } from '@/auth/two-step';
import { env } from '@/env';
import { languageOfPerson } from '@/features/notifications/reader-language';
import { listMyTeams } from '@/features/organizations/queries';
import { listPasskeys } from './passkeys';
import { hasPassword, listMyConsents, listSessions } from './queries';
import { listSocialLinks } from './social';

/** What every page about the person shows around itself. Layout and page both read it; within one request it is read once. */
export const loadAccountFrame = cache(async (returnTo: string) => {
  const { userId, name, email } = await requirePageSession(returnTo);
  const teams = await teamsOf(userId);
  return {
    userId,
    user: { name, email },
    teams,
    /** Whether the person runs a team. */
    admin: teams.some(({ role }) => role !== 'member'),
    embedded: env().embedded,
    localStripe: usesLocalStripe(),
  };
});

const teamsOf = cache(async (userId: string) => listMyTeams(await database(), userId));

/** `search`: what the page's address says after another service was asked to be linked. */
export async function loadAccount(search: Promise<{ done?: string | string[] }>) {
  const person = await requirePageSession('/account');
  const db = await database();
  const { done } = await search;
  const [language, teams, sessions, password, codesLeft, passkeys, links, consents] = await Promise.all([
    languageOfPerson(db, person.userId),
    teamsOf(person.userId),
    listSessions(db, person.userId),
    hasPassword(db, person.userId),
    countBackupCodes(db, person.userId),
    listPasskeys(db, person.userId),
    listSocialLinks(db, person.userId),
    listMyConsents(db, person.userId),
  ]);
  return {
    user: { name: person.name, email: person.email, language },
    hasPassword: password,
    codesLeft,
    passkeys,
    services: activeSocialProviders().map((provider) => ({
      provider,
      since: links.find((link) => link.provider === provider)?.since ?? null,
    })),
    done: typeof done === 'string' ? done : null,
    sessions: sessions.map((session) => ({ ...session, current: session.id === person.sessionId })),
    consents,
    teams,
  };
}

export type AccountPage = Awaited<ReturnType<typeof loadAccount>>;

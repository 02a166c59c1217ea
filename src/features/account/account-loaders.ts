import { cache } from 'react';
import { database } from '@/adapters/database/client';
import { usesLocalStripe } from '@/adapters/payments/stripe';
import { requirePageSession } from '@/auth/page';
import { countBackupCodes } from '@/auth/two-step';
import { env } from '@/env';
import { listMyTeams } from '@/features/organizations/queries';
import { listPasskeys } from './passkeys';
import { hasPassword, listFormerPictures, listMyConsents, listSessions } from './queries';

/** Layout and page both read it; within one request it is read once. */
export const loadAccount = cache(async () => {
  const user = await requirePageSession('/account');
  const db = await database();
  const [sessions, password, codesLeft, passkeys, consents, teams, formerPictures] = await Promise.all([
    listSessions(db, user.userId),
    hasPassword(db, user.userId),
    countBackupCodes(db, user.userId),
    listPasskeys(db, user.userId),
    listMyConsents(db, user.userId),
    listMyTeams(db, user.userId),
    listFormerPictures(db, user.userId, new Date()),
  ]);
  return {
    user: { name: user.name, email: user.email },
    hasPassword: password,
    codesLeft,
    passkeys,
    sessions: sessions.map((session) => ({ ...session, current: session.id === user.sessionId })),
    consents,
    teams,
    formerPictures,
    embedded: env().embedded,
    localStripe: usesLocalStripe(),
  };
});

export type AccountPage = Awaited<ReturnType<typeof loadAccount>>;

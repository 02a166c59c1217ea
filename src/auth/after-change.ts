/** What follows when better-auth itself changed how a person signs in, by a form of ours or over HTTP. */
import type { AuthContext } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Db } from '@/db/types';
import { mailAccountChange } from '@/features/account/account-mail';
import { endOtherSessions } from '@/features/account/end-session';

type Done = Pick<AuthContext, 'session' | 'newSession'> & { returned?: unknown };

export async function afterChange(db: Db, path: string, done: Done): Promise<void> {
  const { session, newSession, returned } = done;
  if (!session || isAPIError(returned)) return;
  // With `revokeOtherSessions` the vendor put a new session in the place of this one.
  const person = { userId: session.user.id, sessionId: (newSession ?? session).session.id };
  if (path === '/change-password') {
    // Ours rather than the vendor's way, which also replaces this session: the page would render as signed out once.
    await endOtherSessions(db, person);
    await mailAccountChange(db, person.userId, 'password-changed');
  }
  if (path === '/passkey/verify-registration') await mailAccountChange(db, person.userId, 'passkey-added');
}

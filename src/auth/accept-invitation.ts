/** Accepting from a page or the API: who asks, the verb, and a session for somebody who has none. */
import { database } from '@/adapters/database/client';
import { type Accepted, acceptInvitation } from '@/features/organizations/accept-invitation';
import { sha256Hex } from '@/lib/hash';
import { auth } from './instance';
import { consumeLimit } from './rate-limit';
import { findSession } from './session';

/** `setCookies` for route handlers; in pages and actions Next's cookie store has them already. */
export async function acceptAsVisitor(
  headers: Headers,
  token: string,
  name: string | undefined,
): Promise<{ accepted: Accepted; setCookies: string[] }> {
  const db = await database();
  await consumeLimit(db, 'acceptInvitation', sha256Hex(token));
  const session = await findSession(headers);
  const accepted = await acceptInvitation(db, token, session ? { userId: session.userId } : { name });
  if (session) return { accepted, setCookies: [] };
  const { api } = await auth();
  const signedIn = await api.signInInvited({
    body: { userId: accepted.userId },
    headers,
    returnHeaders: true,
  });
  return { accepted, setCookies: signedIn.headers.getSetCookie() };
}

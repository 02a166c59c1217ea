/** Session → who; session + team → `Ctx`. Membership is read from the database on every request, never from the session. */
import { and, eq, or } from 'drizzle-orm';
import { database } from '@/adapters/database/client';
import type { Ctx } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import type { OrgId } from '@/db/types';
import type { MemberActor } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { addToLogContext } from '@/lib/log-context';
import { say } from '@/texts/current-texts';
import { auth } from './instance';

/** `keyId`: through this personal token, whose id stands in place of a session's. */
export type SignedIn = { userId: string; name: string; email: string; sessionId: string; keyId?: string };

export type Team = { id: OrgId; name: string; slug: string; kind: 'team' | 'solo' };

export type TeamCtx = Ctx & { readonly actor: MemberActor; readonly team: Team; readonly user: SignedIn };

export async function findSession(headers: Headers): Promise<SignedIn | null> {
  const session = await (await auth()).api.getSession({ headers });
  if (!session) return null;
  const { id: userId, name, email } = session.user;
  return { userId, name, email, sessionId: session.session.id };
}

export async function requireSession(headers: Headers): Promise<SignedIn> {
  const session = await findSession(headers);
  if (!session) throw new AppError('unauthenticated', say('errors.signIn'));
  return session;
}

/** `teamIdOrSlug` from the URL. Throws `not_found` alike when there is no such team and when it is not yours. */
export async function requireTeam(user: SignedIn, teamIdOrSlug: string): Promise<TeamCtx> {
  const db = await database();
  const [row] = await db
    .select({
      orgId: organization.id,
      name: organization.name,
      slug: organization.slug,
      kind: organization.kind,
      memberId: member.id,
      role: member.role,
    })
    .from(organization)
    .innerJoin(member, eq(member.organizationId, organization.id))
    .where(
      and(
        eq(member.userId, user.userId),
        or(eq(organization.slug, teamIdOrSlug), eq(organization.id, teamIdOrSlug)),
      ),
    )
    .limit(1);
  if (!row) throw notFound('team');
  const orgId = row.orgId as OrgId;
  addToLogContext({ organizationId: orgId });
  return {
    orgId,
    db,
    user,
    actor: {
      kind: 'member',
      userId: user.userId,
      memberId: row.memberId,
      role: row.role,
      ...(user.keyId ? { keyId: user.keyId } : {}),
    },
    team: { id: orgId, name: row.name, slug: row.slug, kind: row.kind },
  };
}

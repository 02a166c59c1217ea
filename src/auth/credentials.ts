/**
 * Who sends a request: a session's cookie, or a key in `Authorization`. A key that is wrong is refused, also beside a good cookie:
 * whoever sends one means it.
 */
import { eq } from 'drizzle-orm';
import { database } from '@/adapters/database/client';
import type { Contract } from '@/contract/define';
import type { Ctx } from '@/db/context';
import { organization, user } from '@/db/schema/auth';
import type { Db, OrgId } from '@/db/types';
import { type AcceptedKey, acceptKey } from '@/features/api-keys/accept-key';
import { type KeyActor, type MemberActor, missingScope } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { requireSameOrigin } from './origin';
import { consumeLimit } from './rate-limit';
import { requireSession, requireTeam, type SignedIn, type Team, type TeamCtx } from './session';

/** A person, perhaps through a token of theirs; or an organization's key, which is nobody. */
export type Caller = { user: SignedIn; key: AcceptedKey | null } | { user: null; key: AcceptedKey };

/** What routes get that an organization's key opens too. */
export type OrganizationCtx = Ctx & { readonly actor: MemberActor | KeyActor; readonly team: Team };

/** Throws `unauthenticated`; `forbidden` for a cookie from another site's page and a key without the contract's scope. */
export async function identify(request: Request, contract: Contract): Promise<Caller> {
  const secret = bearerOf(request);
  if (secret === null) {
    requireSameOrigin(request);
    return { user: await requireSession(request.headers), key: null };
  }
  const db = await database();
  const key = await acceptKey(db, secret);
  await consumeLimit(db, 'key', key.id);
  if (!contract.scope) throw new AppError('forbidden', say('errors.key.needsPerson'), { needs: 'session' });
  if (!key.scopes.includes(contract.scope)) throw missingScope(contract.scope);
  return key.userId === null ? { user: null, key } : { user: await personOf(db, key.userId, key.id), key };
}

/** The person, for routes that are about one. */
export function requirePerson({ user }: Caller): SignedIn {
  if (user) return user;
  throw new AppError('forbidden', say('errors.key.ofTeam'));
}

/** The person as a member of the team. */
export async function memberCtx(caller: Caller, team: string): Promise<TeamCtx> {
  // Whose team it is comes first: to a key of another team, this one is not there.
  if (!caller.user) await keyCtx(caller.key, team);
  return requireTeam(requirePerson(caller), team);
}

/** The same, or the team's own key. */
export async function organizationCtx(caller: Caller, team: string): Promise<OrganizationCtx> {
  return caller.user ? memberCtx(caller, team) : keyCtx(caller.key, team);
}

async function keyCtx(key: AcceptedKey, idOrSlug: string): Promise<OrganizationCtx> {
  const db = await database();
  const [row] = await db
    .select({
      id: organization.id,
      name: organization.name,
      slug: organization.slug,
      kind: organization.kind,
    })
    .from(organization)
    .where(eq(organization.id, key.organizationId ?? ''));
  if (!row || (row.id !== idOrSlug && row.slug !== idOrSlug)) throw notFound('team');
  const team = { ...row, id: row.id as OrgId };
  const actor = { kind: 'key', keyId: key.id, madeBy: key.madeBy, scopes: key.scopes } as const;
  return { db, orgId: team.id, actor, team };
}

async function personOf(db: Db, userId: string, keyId: string): Promise<SignedIn> {
  const [person] = await db
    .select({ name: user.name, email: user.email })
    .from(user)
    .where(eq(user.id, userId));
  if (!person) throw new AppError('unauthenticated', say('errors.key.unknown'));
  return { userId, ...person, sessionId: keyId, keyId };
}

function bearerOf(request: Request): string | null {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!secret) throw new AppError('unauthenticated', say('errors.key.format'));
  return secret;
}

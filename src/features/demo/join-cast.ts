import type { Ctx } from '@/db/context';
import { member, user } from '@/db/schema/auth';
import type { Db, OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';
import { openWallet } from '@/features/credits/open-wallet';
import { newId } from '@/lib/ids';
import type { Part } from './cast';

export type Joined = { part: Part; userId: string; memberId: string; ctx: Ctx };

/** Each demo team has people of its own, so that the last one stays what it was. Nothing is ever sent to `.example` addresses. */
export async function makePerson(db: Db, { name }: Part, team: string): Promise<string> {
  const id = newId('user');
  const email = `${name.split(' ')[0]?.toLowerCase() ?? 'demo'}@${team}.example`;
  await db.insert(user).values({ id, name, email, emailVerified: true });
  return id;
}

/** Puts a person of the cast into the team, with an empty wallet. */
export async function joinCast(db: Db, orgId: OrgId, part: Part, userId: string, at: Date): Promise<Joined> {
  const memberId = newId('member');
  await db.insert(member).values({
    id: memberId,
    organizationId: orgId,
    userId,
    role: part.role,
    department: part.department,
    createdAt: at,
  });
  const ctx = asMember(db, orgId, { part, userId, memberId });
  await openWallet(ctx, { memberId });
  await recordAudit(ctx, {
    action: 'members.join',
    subjectType: 'member',
    subjectId: memberId,
    data: { role: part.role, demo: true },
  });
  return { part, userId, memberId, ctx };
}

export function asMember(db: Db, orgId: OrgId, { part, userId, memberId }: Omit<Joined, 'ctx'>): Ctx {
  return { db, orgId, actor: { kind: 'member', userId, memberId, role: part.role } };
}

/** Rows that most tests start from: a person, a team, a member's context. Each call makes fresh ones. */

import type { Ctx } from '@/db/context';
import { member as memberTable, organization, user } from '@/db/schema/auth';
import type { Db, OrgId } from '@/db/types';
import type { MemberActor } from '@/lib/actor';
import { newId } from '@/lib/ids';
import type { Role } from '@/lib/permissions';

let counter = 0;

export async function makeUser(db: Db, email?: string): Promise<{ id: string; email: string; name: string }> {
  counter += 1;
  const row = {
    id: newId('user'),
    name: `Person ${counter}`,
    email: email ?? `person-${newId('user').slice(-12)}@example.test`,
    emailVerified: true,
  };
  await db.insert(user).values(row);
  return row;
}

export type TestMember = { ctx: Ctx; memberId: string; userId: string; email: string; actor: MemberActor };

export async function makeMember(db: Db, orgId: OrgId, role: Role): Promise<TestMember> {
  const person = await makeUser(db);
  const memberId = newId('member');
  await db.insert(memberTable).values({ id: memberId, organizationId: orgId, userId: person.id, role });
  const actor: MemberActor = { kind: 'member', userId: person.id, memberId, role };
  return { ctx: { orgId, actor, db }, memberId, userId: person.id, email: person.email, actor };
}

export type TestTeam = {
  orgId: OrgId;
  slug: string;
  owner: TestMember;
  admin: TestMember;
  member: TestMember;
};

/** A team with one owner, one admin and one member, and no credits. */
export async function makeTeam(db: Db): Promise<TestTeam> {
  const orgId = newId('organization') as OrgId;
  const slug = `team-${orgId.slice(-10)}`;
  await db.insert(organization).values({ id: orgId, name: `Team ${slug}`, slug });
  return {
    orgId,
    slug,
    owner: await makeMember(db, orgId, 'owner'),
    admin: await makeMember(db, orgId, 'admin'),
    member: await makeMember(db, orgId, 'member'),
  };
}

export function systemCtx(db: Db, orgId: OrgId, job = 'test'): Ctx {
  return { orgId, db, actor: { kind: 'system', job } };
}

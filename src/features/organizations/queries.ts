/** Reads about a person's teams. */
import { asc, eq } from 'drizzle-orm';
import { member, organization } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import type { Role } from '@/lib/permissions';

export type MyTeam = { id: string; name: string; slug: string; kind: 'team' | 'solo'; role: Role };

/** The teams of one person, by name. */
export async function listMyTeams(db: Db, userId: string): Promise<MyTeam[]> {
  return db
    .select({
      id: organization.id,
      name: organization.name,
      slug: organization.slug,
      kind: organization.kind,
      role: member.role,
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(asc(organization.name), asc(organization.id));
}

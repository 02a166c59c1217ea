import { and, eq, inArray } from 'drizzle-orm';
import { member, organization } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { ROLES, roleMay } from '@/lib/permissions';

const BUYERS = ROLES.filter((role) => roleMay(role, 'billing:buy'));

/** Slugs of the teams that this person may buy credits for. */
export async function findBuyerTeams(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .select({ slug: organization.slug })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.userId, userId), inArray(member.role, BUYERS)))
    .orderBy(organization.slug);
  return rows.map(({ slug }) => slug);
}

import { desc, eq } from 'drizzle-orm';
import { organization } from '@/db/schema/auth';
import { demoTeam } from '@/db/schema/demo';
import type { Db } from '@/db/types';
import type { DemoTeam } from './build-demo';

/** The demo team that is open to visitors, or null when there is none yet. */
export async function findDemo(db: Db): Promise<DemoTeam | null> {
  const [row] = await db
    .select({ slug: organization.slug, ownerId: demoTeam.ownerId, memberId: demoTeam.memberId })
    .from(demoTeam)
    .innerJoin(organization, eq(organization.id, demoTeam.organizationId))
    .orderBy(desc(demoTeam.createdAt), desc(demoTeam.organizationId))
    .limit(1);
  return row ?? null;
}

import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { type Told, writeNotice } from './notify';

type AdminNotice = {
  type: string;
  title: Told;
  body: Told;
  /** Path below the team's own, e.g. `billing`. */
  href: string;
  /** The same key never tells twice. */
  dedupeKey: string;
};

/** A notice to everybody who runs the team: its owners and admins. */
export async function tellAdmins(ctx: Ctx, notice: AdminNotice): Promise<void> {
  const admins = await ctx.db
    .select({ userId: member.userId, slug: organization.slug })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.organizationId, ctx.orgId), inArray(member.role, ['owner', 'admin'])));
  for (const { userId, slug } of admins) {
    await writeNotice(ctx, {
      ...notice,
      userId,
      href: `/teams/${slug}/${notice.href}`,
      dedupeKey: `${notice.dedupeKey}:${userId}`,
    });
  }
}

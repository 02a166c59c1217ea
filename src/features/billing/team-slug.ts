import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { notFound } from '@/lib/errors';

/** The team's name in addresses, e.g. for the way back from Stripe. */
export async function getSlug(ctx: Ctx): Promise<string> {
  const [row] = await ctx.db
    .select({ slug: organization.slug })
    .from(organization)
    .where(eq(organization.id, ctx.orgId));
  if (!row) throw notFound('team');
  return row.slug;
}

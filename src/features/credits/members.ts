/** Members as the ledger meets them: a wallet belongs to a membership of this organization. */
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { ledgerAccount } from '@/db/schema/credits';
import { notFound } from '@/lib/errors';

/** Throws `not_found` for anybody who is not a member of this organization. */
export async function requireTeamMember(ctx: Ctx, memberId: string): Promise<void> {
  const [row] = await ctx.db
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.id, memberId), eq(member.organizationId, ctx.orgId)));
  if (!row) throw notFound('Member');
}

/** The one member of a team of one, whose wallet takes what comes into the pool; null for a real team. */
export async function findSoloMember(ctx: Ctx): Promise<string | null> {
  const [row] = await ctx.db
    .select({ memberId: member.id })
    .from(organization)
    .innerJoin(member, eq(member.organizationId, organization.id))
    .innerJoin(
      ledgerAccount,
      and(eq(ledgerAccount.organizationId, organization.id), eq(ledgerAccount.memberId, member.id)),
    )
    .where(and(eq(organization.id, ctx.orgId), eq(organization.kind, 'solo')))
    .limit(1);
  return row?.memberId ?? null;
}

/** The text of today and who accepted it. Consent is per person and organization. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { configuredProcessors } from '@/adapters/processors';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { consent } from '@/db/schema/privacy';
import { requireMember } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { type Policy, policyText, policyVersion } from './policy';

export type PolicyView = Policy & { textHash: string };

/** The text as this organization's members read it now. */
export async function getPolicy(ctx: Ctx): Promise<PolicyView> {
  const [team] = await ctx.db
    .select({ name: organization.name, retentionDays: organization.photoRetentionDays })
    .from(organization)
    .where(eq(organization.id, ctx.orgId));
  if (!team) throw notFound('team');
  const policy = policyText({
    teamName: team.name,
    retentionDays: team.retentionDays,
    processors: configuredProcessors(),
  });
  return { ...policy, textHash: sha256Hex(canonicalJson(policy)) };
}

export type ConsentView = {
  id: string;
  policyVersion: string;
  textHash: string;
  acceptedAt: string;
  withdrawnAt: string | null;
};

/** The member's own consent to the text of today; null when there is none or it was withdrawn. */
export async function findStandingConsent(ctx: Ctx): Promise<ConsentView | null> {
  const { userId } = requireMember(ctx.actor);
  const [row] = await ctx.db
    .select()
    .from(consent)
    .where(
      and(
        eq(consent.organizationId, ctx.orgId),
        eq(consent.userId, userId),
        eq(consent.policyVersion, policyVersion(configuredProcessors())),
        isNull(consent.withdrawnAt),
      ),
    );
  return row ? toView(row) : null;
}

/** Throws `forbidden` with `details.reason = 'consent_required'` unless the member's consent stands. */
export async function requireConsent(ctx: Ctx): Promise<ConsentView> {
  const standing = await findStandingConsent(ctx);
  if (standing) return standing;
  throw new AppError('forbidden', 'Read and accept how your photos are used first.', {
    reason: 'consent_required',
  });
}

/** Every consent this member ever gave in this organization, the newest first. */
export async function listConsents(ctx: Ctx): Promise<ConsentView[]> {
  const { userId } = requireMember(ctx.actor);
  const rows = await ctx.db
    .select()
    .from(consent)
    .where(and(eq(consent.organizationId, ctx.orgId), eq(consent.userId, userId)))
    .orderBy(desc(consent.acceptedAt));
  return rows.map(toView);
}

function toView(row: typeof consent.$inferSelect): ConsentView {
  return {
    id: row.id,
    policyVersion: row.policyVersion,
    textHash: row.textHash,
    acceptedAt: row.acceptedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}

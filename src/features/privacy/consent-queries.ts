/** The text of today and who accepted it. Consent is per person and organization. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { configuredProcessors } from '@/adapters/processors';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { consent } from '@/db/schema/privacy';
import { requireMember } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { textsIn } from '@/texts/catalogue';
import { currentTexts, say } from '@/texts/current-texts';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '@/texts/languages';
import type { Texts } from '@/texts/make-texts';
import { type Policy, type PolicyFacts, policyText, policyVersion } from './policy';

export type PolicyView = Policy & { textHash: string };

/** The text as this organization's members read it now. */
export async function getPolicy(ctx: Ctx, texts = currentTexts()): Promise<PolicyView> {
  return inWords(await getFacts(ctx), texts);
}

/** The same in every language. */
export async function listPolicies(ctx: Ctx): Promise<PolicyView[]> {
  const facts = await getFacts(ctx);
  return LANGUAGES.map((language) => inWords(facts, textsIn(language)));
}

function inWords(facts: PolicyFacts, texts: Texts): PolicyView {
  const policy = policyText(facts, texts);
  return { ...policy, textHash: sha256Hex(canonicalJson(policy)) };
}

async function getFacts(ctx: Ctx): Promise<PolicyFacts> {
  const [team] = await ctx.db
    .select({ name: organization.name, retentionDays: organization.photoRetentionDays })
    .from(organization)
    .where(eq(organization.id, ctx.orgId));
  if (!team) throw notFound('team');
  return { teamName: team.name, retentionDays: team.retentionDays, processors: configuredProcessors() };
}

export type ConsentView = {
  id: string;
  policyVersion: string;
  /** Of the text that was read. */
  language: Language;
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
  throw new AppError('forbidden', say('privacy.consent.required'), {
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
    .orderBy(desc(consent.acceptedAt), desc(consent.id));
  return rows.map(toView);
}

function toView(row: typeof consent.$inferSelect): ConsentView {
  return {
    id: row.id,
    policyVersion: row.policyVersion,
    // Texts from before there were languages are English and do not say so.
    language: (row.text as Partial<Policy>).language ?? DEFAULT_LANGUAGE,
    textHash: row.textHash,
    acceptedAt: row.acceptedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}

import { type Ctx, inTransaction } from '@/db/context';
import { consent } from '@/db/schema/privacy';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { say } from '@/texts/current-texts';
import { type ConsentView, findStandingConsent, listPolicies, requireConsent } from './consent-queries';
import { type AcceptConsentInput, acceptConsentInput } from './input';

/** From where the consent was given; part of its record. */
export type ConsentOrigin = { ip: string | null; userAgent: string | null };

/**
 * Records that this member accepts the text they read, in the language they read it, for themselves. Accepting again changes nothing. Throws `conflict`
 * when the text has changed since they read it.
 */
export async function acceptConsent(
  ctx: Ctx,
  input: AcceptConsentInput,
  origin: ConsentOrigin,
): Promise<ConsentView> {
  requirePermission(ctx.actor, 'consent:own');
  const actor = requireMember(ctx.actor);
  const accepted = acceptConsentInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const policies = await listPolicies(ctx);
    const policy = policies.find(
      ({ textHash, version }) => textHash === accepted.textHash && version === accepted.policyVersion,
    );
    if (!policy) throw new AppError('conflict', say('privacy.consent.changed'), { reason: 'policy_changed' });
    const standing = await findStandingConsent(ctx);
    if (standing) return standing;
    const { textHash, ...text } = policy;
    const [row] = await ctx.db
      .insert(consent)
      .values({
        id: newId('consent'),
        organizationId: ctx.orgId,
        userId: actor.userId,
        memberId: actor.memberId,
        policyVersion: policy.version,
        textHash,
        text,
        ip: origin.ip,
        userAgent: origin.userAgent?.slice(0, 500) ?? null,
      })
      .onConflictDoNothing()
      .returning({ id: consent.id });
    if (row) {
      await recordAudit(ctx, {
        action: 'privacy.accept_consent',
        subjectType: 'consent',
        subjectId: row.id,
        data: { policyVersion: policy.version, language: policy.language, textHash },
      });
    }
    return requireConsent(ctx);
  });
}

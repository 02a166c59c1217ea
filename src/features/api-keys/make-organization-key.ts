import { type Ctx, inTransaction } from '@/db/context';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember, requirePermission } from '@/lib/actor';
import { type OrganizationKeyInput, organizationKeyInput } from './input';
import { insertKey, type NewKey, ofOrganization } from './insert-key';
import { expiryAfter, PREFIX } from './rules';

/** A key of the organization. Its secret is answered once and never again; only its hash is kept. */
export async function makeOrganizationKey(
  ctx: Ctx,
  input: OrganizationKeyInput,
  now = new Date(),
): Promise<NewKey> {
  requirePermission(ctx.actor, 'api-keys:manage');
  const { userId } = requireMember(ctx.actor);
  const { name, scopes, days } = organizationKeyInput.parse(input);
  const expiresAt = expiryAfter(days, now);
  return inTransaction(ctx, async (ctx) => {
    const row = { organizationId: ctx.orgId, madeBy: userId, name, scopes, expiresAt };
    const made = await insertKey(ctx.db, PREFIX.organization, row, ofOrganization(ctx.orgId), now);
    await recordAudit(ctx, {
      action: 'api_keys.make',
      subjectType: 'api_key',
      subjectId: made.id,
      data: { name, scopes, expiresAt },
    });
    return made;
  });
}

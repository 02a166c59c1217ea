import { and, eq, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { apiKey } from '@/db/schema/api-keys';
import { recordAudit } from '@/features/audit/record-audit';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { type KeyInput, keyInput } from './input';

/** The key stops working at once. Revoking it again changes nothing. */
export async function revokeOrganizationKey(ctx: Ctx, input: KeyInput, now = new Date()): Promise<void> {
  requirePermission(ctx.actor, 'api-keys:manage');
  const { keyId } = keyInput.parse(input);
  const which = and(eq(apiKey.id, keyId), eq(apiKey.organizationId, ctx.orgId));
  await inTransaction(ctx, async (ctx) => {
    const revoked = await ctx.db
      .update(apiKey)
      .set({ revokedAt: now })
      .where(and(which, isNull(apiKey.revokedAt)))
      .returning({ id: apiKey.id });
    if (revoked.length > 0)
      return recordAudit(ctx, { action: 'api_keys.revoke', subjectType: 'api_key', subjectId: keyId });
    const there = await ctx.db.select({ id: apiKey.id }).from(apiKey).where(which);
    if (there.length === 0) throw notFound('key');
  });
}

import { eq } from 'drizzle-orm';
import { member } from '@/db/schema/auth';
import type { Db, OrgId } from '@/db/types';
import { recordAudit } from '@/features/audit/record-audit';

/** A person's token reaches every team they are in, so each team's log says that it came or went. Call it in the transaction. */
export async function auditToken(
  { db, userId }: { db: Db; userId: string },
  keyId: string,
  what: { action: 'tokens.make' | 'tokens.revoke'; data?: Record<string, unknown> },
): Promise<void> {
  const memberships = await db.select().from(member).where(eq(member.userId, userId));
  for (const { id: memberId, organizationId, role } of memberships) {
    const actor = { kind: 'member', userId, memberId, role } as const;
    const ctx = { db, orgId: organizationId as OrgId, actor };
    await recordAudit(ctx, { ...what, subjectType: 'api_key', subjectId: keyId });
  }
}

/** What settling and voiding share. */
import { and, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { creditHold, ledgerAccount } from '@/db/schema/credits';
import { requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { requireWalletAccess } from './access';
import { type HoldEnd, resolveHold } from './ledger';
import { leaveTrace } from './trace';

export async function endHold(
  ctx: Ctx,
  action: 'credits.settle' | 'credits.void',
  generationId: string,
  settled: number,
): Promise<HoldEnd> {
  requirePermission(ctx.actor, 'generation:own');
  return inTransaction(ctx, async (ctx) => {
    const memberId = await getHolder(ctx, generationId);
    requireWalletAccess(ctx.actor, memberId);
    const end = await resolveHold(ctx, generationId, settled);
    if (!end.replayed) {
      await leaveTrace(ctx, {
        action,
        subjectType: 'generation',
        subjectId: generationId,
        data: { memberId, settled: end.settled, released: end.released, transferId: end.transferId },
        memberIds: [memberId],
      });
    }
    return end;
  });
}

/** The member in whose wallet a generation's credits are or were held. Throws `not_found` outside this organization. */
export async function getHolder(ctx: Ctx, generationId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ memberId: ledgerAccount.memberId })
    .from(creditHold)
    .innerJoin(ledgerAccount, eq(ledgerAccount.id, creditHold.walletAccount))
    .where(and(eq(creditHold.generationId, generationId), eq(creditHold.organizationId, ctx.orgId)));
  if (!row) throw notFound('Hold');
  return row.memberId;
}

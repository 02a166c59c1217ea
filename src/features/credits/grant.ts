import { type Ctx, inTransaction } from '@/db/context';
import { requireIssuer } from './access';
import { type GrantInput, grantInput } from './input';
import { grantToWallet, issueToPool, type LedgerRequest, type Receipt } from './ledger';
import { findSoloMember, requireTeamMember } from './members';
import { leaveTrace } from './trace';

/** New credits without a payment (a plan, a gift): into the pool, or straight into a member's wallet. */
export async function grantCredits(ctx: Ctx, input: GrantInput): Promise<Receipt> {
  requireIssuer(ctx.actor);
  const { memberId, amount, idempotencyKey, note } = grantInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    if (memberId) await requireTeamMember(ctx, memberId);
    const request: LedgerRequest = {
      key: `grant:${idempotencyKey}`,
      content: { memberId, amount },
      note,
    };
    const soloMemberId = memberId ? null : await findSoloMember(ctx);
    const receipt = memberId
      ? await grantToWallet(ctx, memberId, amount, request)
      : await issueToPool(ctx, 'grant', amount, soloMemberId, request);
    if (!receipt.replayed) {
      const walletId = memberId ?? soloMemberId;
      await leaveTrace(ctx, {
        action: 'credits.grant',
        subjectType: walletId ? 'member' : 'organization',
        subjectId: walletId ?? ctx.orgId,
        data: { amount, note, transferId: receipt.transferId },
        memberIds: walletId ? [walletId] : [],
      });
    }
    return receipt;
  });
}

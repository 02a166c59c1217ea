import type { Ctx } from '@/db/context';
import { requireIssuer } from './access';
import { type GrantInput, grantInput } from './input';
import { grantToWallet, issueToPool, type LedgerRequest, type Receipt } from './ledger';

/** New credits without a payment (a plan, a gift): into the pool, or straight into a member's wallet. */
export async function grantCredits(ctx: Ctx, input: GrantInput): Promise<Receipt> {
  requireIssuer(ctx.actor);
  const { memberId, amount, idempotencyKey, note } = grantInput.parse(input);
  const request: LedgerRequest = {
    key: `grant:${idempotencyKey}`,
    content: { memberId, amount },
    note,
    trace: {
      action: 'credits.grant',
      subjectType: memberId ? 'member' : 'organization',
      subjectId: memberId ?? ctx.orgId,
      data: { note },
    },
  };
  return memberId
    ? grantToWallet(ctx, memberId, amount, request)
    : issueToPool(ctx, 'grant', amount, request);
}

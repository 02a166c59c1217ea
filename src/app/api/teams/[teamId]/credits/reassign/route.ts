import { idempotencyKey, organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { reassignCredits } from '@/features/credits/reassign';
import { reclaimCredits } from '@/features/credits/reclaim';

/** Wallet → wallet, or wallet → pool when `to` is `"pool"`. */
export const POST = organizationRoute(contract.reassignCredits, ({ ctx, body, request }) => {
  const { fromMemberId, to, amount, note } = body;
  const key = idempotencyKey(request);
  if (to === 'pool') {
    return reclaimCredits(ctx, { memberId: fromMemberId, amount, note, idempotencyKey: key });
  }
  return reassignCredits(ctx, { fromMemberId, toMemberId: to.memberId, amount, note, idempotencyKey: key });
});

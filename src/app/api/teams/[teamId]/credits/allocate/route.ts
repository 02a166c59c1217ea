import { idempotencyKey, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { allocateCredits } from '@/features/credits/allocate';

/** Pool → wallet. */
export const POST = teamRoute(contract.allocateCredits, ({ ctx, body, request }) =>
  allocateCredits(ctx, { ...body, idempotencyKey: idempotencyKey(request) }),
);

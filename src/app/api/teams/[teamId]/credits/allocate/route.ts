import { idempotencyKey, organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { allocateCredits } from '@/features/credits/allocate';

/** Pool → wallet. */
export const POST = organizationRoute(contract.allocateCredits, ({ ctx, body, request }) =>
  allocateCredits(ctx, { ...body, idempotencyKey: idempotencyKey(request) }),
);

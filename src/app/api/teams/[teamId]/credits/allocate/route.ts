import { idempotencyKey, teamRoute } from '@/auth/route';
import { allocateCredits } from '@/features/credits/allocate';
import { allocateBody } from '@/features/credits/input';

/** Pool → wallet. */
export const POST = teamRoute(
  { permission: 'credits:allocate', body: allocateBody, limit: 'write' },
  ({ ctx, body, request }) => allocateCredits(ctx, { ...body, idempotencyKey: idempotencyKey(request) }),
);

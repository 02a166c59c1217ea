import { teamRoute } from '@/auth/route';
import { changePlanInput } from '@/features/billing/plans/plan-input';
import { previewChange } from '@/features/billing/plans/preview-change';

/** What a change would cost. Changes nothing. */
export const POST = teamRoute(
  { permission: 'billing:buy', body: changePlanInput, limit: 'checkout' },
  ({ ctx, body }) => previewChange(ctx, body),
);

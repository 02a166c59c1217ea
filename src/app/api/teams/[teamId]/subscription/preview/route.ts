import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/plans';
import { previewChange } from '@/features/billing/plans/preview-change';

/** What a change would cost. Changes nothing. */
export const POST = teamRoute(contract.previewPlanChange, ({ ctx, body }) => previewChange(ctx, body));

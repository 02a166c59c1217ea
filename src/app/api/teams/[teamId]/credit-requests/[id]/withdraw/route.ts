import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { withdrawRequest } from '@/features/credits/withdraw-request';

/** The asker takes their own request back. */
export const POST = teamRoute(contract.withdrawCreditRequest, ({ ctx, params }) =>
  withdrawRequest(ctx, { requestId: params.id ?? '' }),
);

import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { approveRequest } from '@/features/credits/approve-request';

/** Gives what was asked for, or `amount`. */
export const POST = teamRoute(contract.approveCreditRequest, ({ ctx, params, body }) =>
  approveRequest(ctx, { requestId: params.id ?? '', ...body }),
);

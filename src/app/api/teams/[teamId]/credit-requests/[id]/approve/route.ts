import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { approveRequest } from '@/features/credits/approve-request';

/** Gives what was asked for, or `amount`. */
export const POST = organizationRoute(contract.approveCreditRequest, ({ ctx, params, body }) =>
  approveRequest(ctx, { requestId: params.id ?? '', ...body }),
);

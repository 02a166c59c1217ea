import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { declineRequest } from '@/features/credits/decline-request';

/** Says no, with the reason in `answer`. */
export const POST = organizationRoute(contract.declineCreditRequest, ({ ctx, params, body }) =>
  declineRequest(ctx, { requestId: params.id ?? '', ...body }),
);

import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/billing';
import { env } from '@/env';
import { cancelOrder } from '@/features/billing/checkout/cancel-order';

/** Calls off an order that is not paid. */
export const POST = teamRoute(contract.cancelOrder, ({ ctx, params }) =>
  cancelOrder(ctx, { orderId: params.id ?? '' }, { now: new Date(), appUrl: env().appUrl }),
);

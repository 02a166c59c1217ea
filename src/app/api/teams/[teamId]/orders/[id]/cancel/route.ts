import { teamRoute } from '@/auth/route';
import { env } from '@/env';
import { cancelOrder } from '@/features/billing/checkout/cancel-order';

/** Calls off an order that is not paid. */
export const POST = teamRoute({ permission: 'billing:buy', limit: 'write' }, ({ ctx, params }) =>
  cancelOrder(ctx, { orderId: params.id ?? '' }, { now: new Date(), appUrl: env().appUrl }),
);

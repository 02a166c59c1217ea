import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/billing';
import { getPayment } from '@/features/billing/payments/payment-queries';

/** One payment, or an order that is not paid, with what happened to it and what can be refunded. */
export const GET = organizationRoute(contract.getPayment, ({ ctx, params }) =>
  getPayment(ctx, params.id ?? '', new Date()),
);

import { idempotencyKey, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/billing';
import { refundPayment } from '@/features/billing/refunds/refund-payment';

/** Pays back unspent credits of a payment. */
export const POST = teamRoute(contract.refundPayment, ({ ctx, params, body, request }) =>
  refundPayment(ctx, { ...body, paymentId: params.id ?? '', idempotencyKey: idempotencyKey(request) }),
);

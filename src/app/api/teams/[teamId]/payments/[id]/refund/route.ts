import { idempotencyKey, teamRoute } from '@/auth/route';
import { refundBody } from '@/features/billing/input';
import { refundPayment } from '@/features/billing/refunds/refund-payment';

/** Pays back unspent credits of a payment. */
export const POST = teamRoute(
  { permission: 'billing:refund', body: refundBody, limit: 'write' },
  ({ ctx, params, body, request }) =>
    refundPayment(ctx, { ...body, paymentId: params.id ?? '', idempotencyKey: idempotencyKey(request) }),
);

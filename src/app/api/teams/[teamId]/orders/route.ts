import { idempotencyKey, teamRoute } from '@/auth/route';
import { invoiceOrderBody } from '@/features/billing/input';
import { orderByInvoice } from '@/features/billing/invoices/order-by-invoice';

/** Orders a pack or credits by an invoice that Stripe sends. Orders by card: `POST /api/stripe/create-checkout`. */
export const POST = teamRoute(
  { permission: 'billing:buy', body: invoiceOrderBody, limit: 'checkout' },
  ({ ctx, body, request }) => orderByInvoice(ctx, { ...body, idempotencyKey: idempotencyKey(request) }),
);

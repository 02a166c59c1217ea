import { idempotencyKey, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/billing';
import { orderByInvoice } from '@/features/billing/invoices/order-by-invoice';

/** Orders a pack or credits by an invoice that Stripe sends. Orders by card: `POST /api/stripe/create-checkout`. */
export const POST = teamRoute(contract.orderByInvoice, ({ ctx, body, request }) =>
  orderByInvoice(ctx, { ...body, idempotencyKey: idempotencyKey(request) }),
);

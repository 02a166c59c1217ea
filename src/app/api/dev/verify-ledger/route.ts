/** Rebuilds every balance from its entries inside the running embedded product, whose database no other process can open. */
import { publicRoute } from '@/auth/route';
import { env } from '@/env';
import { verifyMoney } from '@/features/billing/reconcile/verify-money';
import { notFound } from '@/lib/errors';

export const GET = publicRoute({}, async ({ db }) => {
  if (!env().embedded) throw notFound('Page');
  return verifyMoney(db);
});

/** Rebuilds every balance from its entries inside the running embedded product, whose database no other process can open. */
import { publicRoute } from '@/auth/route';
import { env } from '@/env';
import { verifyLedger } from '@/features/credits/verify-ledger';
import { notFound } from '@/lib/errors';

export const GET = publicRoute({}, async ({ db }) => {
  if (!env().embedded) throw notFound('Page');
  return verifyLedger(db);
});

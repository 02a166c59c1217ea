/** Rebuilds every balance from its entries inside the running embedded product, whose database no other process can open. */
import { internalRoute } from '@/auth/route';
import { env } from '@/env';
import { verifyBooks } from '@/features/admin/verify-books';
import { notFound } from '@/lib/errors';
import { isLocalRequest } from '@/lib/local-host';

export const GET = internalRoute({}, async ({ request, db }) => {
  if (!env().embedded || !isLocalRequest(request.headers, env())) throw notFound('page');
  return verifyBooks(db);
});

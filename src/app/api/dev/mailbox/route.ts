import { z } from 'zod';
import { internalRoute } from '@/auth/route';
import { env } from '@/env';
import { listMails } from '@/features/notifications/mailbox';
import { notFound } from '@/lib/errors';
import { isLocalRequest } from '@/lib/local-host';

const query = z.object({
  to: z.string().max(254).optional(),
  before: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The local mailbox for scripts and journeys; does not exist where mails really go out, nor under a foreign name. */
export const GET = internalRoute({ query }, async ({ request, db, query }) => {
  if (!env().embedded || !isLocalRequest(request.headers, env())) throw notFound('page');
  return { mails: await listMails(db, query) };
});

import { readRawBody } from '@/auth/read-body';
import { internalRoute } from '@/auth/route';
import { receiveEvent } from '@/features/billing/webhook/receive-event';

/** Bytes; Stripe's own events stay well below. */
const MAX_BODY = 512 * 1024;

/** Stripe's events. 200 means: verified and committed to the inbox; anything else makes Stripe send it again. */
export const POST = internalRoute({}, async ({ request, db }) => {
  const body = await readRawBody(request, MAX_BODY);
  await receiveEvent(db, { body, signature: request.headers.get('stripe-signature') }, new Date());
  return { received: true };
});

import { stripeAccount } from '@/adapters/payments/stripe';
import { inTransaction } from '@/db/context';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { failpoint } from '@/lib/failpoint';
import { inboxRow } from './inbox-row';
import { verifyEvent } from './verify-event';

/**
 * Takes a Stripe event: verified, written to the inbox once, and its job enqueued, all committed when this returns. Only then may
 * the webhook answer 200. Throws `malformed` for anything not signed by Stripe just now.
 */
export async function receiveEvent(
  db: Db,
  request: { body: Uint8Array; signature: string | null },
  now: Date,
): Promise<void> {
  const event = verifyEvent(request.body, request.signature, await stripeAccount(), now);
  await inTransaction({ db }, async ({ db }) => {
    const written = await db
      .insert(stripeInbox)
      .values(inboxRow(event, now))
      .onConflictDoNothing({ target: stripeInbox.eventId })
      .returning({ eventId: stripeInbox.eventId });
    failpoint('purchase.inbox-written');
    if (written.length > 0) await enqueue(db, 'billing.apply-event', { eventId: event.id });
  });
  failpoint('purchase.inbox-stored');
}

/** Events that never reached us, written into the inbox once and applied. */
import { inArray } from 'drizzle-orm';
import type Stripe from 'stripe';
import { stripeInbox } from '@/db/schema/billing';
import { errorMessage } from '@/lib/log-error';
import { applyEvent } from '../webhook/apply-event';
import { HANDLED_TYPES } from '../webhook/handlers/switch';
import { inboxRow } from '../webhook/inbox-row';
import { each, listAll, since } from './reconcile-steps';
import type { Sweep } from './reconcile-types';

/** Stripe takes at most so many types in one call. */
const TYPES_AT_ONCE = 20;

/**
 * An event about an object that this comparison has read has nothing more to say: Stripe answered about the object after the
 * event. It is kept as applied; the others are applied now.
 */
export async function catchUpEvents(sweep: Sweep): Promise<void> {
  const missed = await findMissed(sweep);
  if (!sweep.repair) {
    sweep.checked.missedEvents = missed.length;
    return;
  }
  const { now, appUrl, covered } = sweep;
  const open: string[] = [];
  for (let start = 0; start < missed.length; start += 500) {
    const rows = missed.slice(start, start + 500).map((event) => {
      const row = inboxRow(event, now);
      const applied = covered.has(row.objectId);
      if (!applied) open.push(event.id);
      return {
        ...row,
        status: applied ? ('applied' as const) : ('received' as const),
        appliedAt: applied ? now : null,
      };
    });
    await sweep.db.insert(stripeInbox).values(rows).onConflictDoNothing({ target: stripeInbox.eventId });
  }
  sweep.checked.missedEvents = missed.length;
  await each(open, async (eventId) => {
    try {
      await applyEvent(sweep.db, eventId, { now, appUrl });
      sweep.repaired += 1;
    } catch (error) {
      // It stays received, and the sweep of the inbox tries it again.
      sweep.differences.push(`event ${eventId} not applied: ${errorMessage(error)}`);
    }
  });
}

async function findMissed(sweep: Sweep): Promise<Stripe.Event[]> {
  const events: Stripe.Event[] = [];
  for (let start = 0; start < HANDLED_TYPES.length; start += TYPES_AT_ONCE) {
    const types = HANDLED_TYPES.slice(start, start + TYPES_AT_ONCE);
    const listed = await listAll(sweep, 'events', () =>
      sweep.stripe.events.list({ created: since(sweep), types, limit: 100 }),
    );
    events.push(...listed);
  }
  const known = new Set<string>();
  for (let start = 0; start < events.length; start += 1_000) {
    const ids = events.slice(start, start + 1_000).map(({ id }) => id);
    const rows = await sweep.db
      .select({ id: stripeInbox.eventId })
      .from(stripeInbox)
      .where(inArray(stripeInbox.eventId, ids));
    for (const { id } of rows) known.add(id);
  }
  // Oldest first, as they would have come.
  return events.filter(({ id }) => !known.has(id)).sort((a, b) => a.created - b.created);
}

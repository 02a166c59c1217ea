/**
 * Events that never reached us: written into the inbox and applied like those that webhooks bring. They come before everything else:
 * what they say is applied by reading each object after its event, and what is compared later only finds what is left.
 */
import { inArray } from 'drizzle-orm';
import type Stripe from 'stripe';
import { stripeInbox } from '@/db/schema/billing';
import { chunks } from '@/lib/chunks';
import { errorMessage } from '@/lib/log-error';
import { MINUTE, plus } from '@/lib/time';
import { fromSeconds } from '../stripe-reads';
import { applyEvent } from '../webhook/apply-event';
import { HANDLED_TYPES } from '../webhook/event-switch';
import { inboxRow } from '../webhook/inbox-row';
import { type Comparison, count, differ } from './comparison';
import { each, listAll, since } from './reconcile-steps';

/** Stripe takes at most so many types in one call. */
const TYPES_AT_ONCE = 20;
/** A younger event may be on its way to us. */
const ON_ITS_WAY = 5 * MINUTE;

/** Answers the events that could not be applied yet: they may wait for what the comparison repairs, see `tryAgain`. */
export async function catchUpEvents(comparison: Comparison): Promise<string[]> {
  const missed = await findMissed(comparison);
  count(comparison, 'missed events', missed.length);
  if (!comparison.repair) {
    nameMissed(comparison, missed);
    return [];
  }
  for (const some of chunks(missed, 500)) {
    await comparison.db
      .insert(stripeInbox)
      .values(some.map((event) => inboxRow(event, comparison.now)))
      .onConflictDoNothing({ target: stripeInbox.eventId });
  }
  const failed: string[] = [];
  await each(
    comparison,
    missed,
    ({ id }) => id,
    async ({ id }) => {
      await applyOne(comparison, id).catch(() => failed.push(id));
    },
  );
  return failed;
}

/** What still fails stays received, and the sweep of the inbox tries it until it is applied. */
export async function tryAgain(comparison: Comparison, eventIds: readonly string[]): Promise<void> {
  await each(
    comparison,
    eventIds,
    (id) => id,
    async (id) => {
      await applyOne(comparison, id).catch((error: unknown) =>
        differ(comparison, id, `event not applied: ${errorMessage(error)}`),
      );
    },
  );
}

async function applyOne(comparison: Comparison, eventId: string): Promise<void> {
  const { db, now, appUrl } = comparison;
  const outcome = await applyEvent(db, eventId, { now, appUrl });
  if (outcome?.status === 'applied') comparison.repaired += 1;
  // Staff are told of everything that is parked; it is no difference besides.
  if (outcome?.status === 'parked') count(comparison, 'parked');
}

function nameMissed(comparison: Comparison, missed: readonly Stripe.Event[]): void {
  const before = plus(comparison.now, -ON_ITS_WAY);
  const [oldest, ...others] = missed.filter(({ created }) => fromSeconds(created) < before);
  if (!oldest) return;
  const all = others.length === 0 ? 'one event' : `${others.length + 1} events`;
  differ(comparison, oldest.id, `${all} never arrived, the oldest is ${oldest.type}`);
}

async function findMissed(comparison: Comparison): Promise<Stripe.Event[]> {
  const events: Stripe.Event[] = [];
  for (const types of chunks(HANDLED_TYPES, TYPES_AT_ONCE)) {
    const listed = await listAll(comparison, 'events', () =>
      comparison.stripe.events.list({ created: since(comparison), types, limit: 100 }),
    );
    events.push(...listed);
  }
  const known = new Set<string>();
  for (const some of chunks(events)) {
    const rows = await comparison.db
      .select({ id: stripeInbox.eventId })
      .from(stripeInbox)
      .where(
        inArray(
          stripeInbox.eventId,
          some.map(({ id }) => id),
        ),
      );
    for (const { id } of rows) known.add(id);
  }
  // Oldest first, as they would have come.
  return events.filter(({ id }) => !known.has(id)).sort((a, b) => a.created - b.created);
}

import type { stripeInbox } from '@/db/schema/billing';
import { fromSeconds } from '../stripe-reads';

/** What an event of Stripe's says besides its content; `data.object` may be anything. */
type EventHead = {
  id: string;
  type: string;
  livemode?: boolean | null;
  created?: number | null;
  api_version?: string | null;
  data: { object: object };
};

/** What the inbox keeps of an event: never its content, see the table. */
export function inboxRow(event: EventHead, receivedAt: Date): typeof stripeInbox.$inferInsert {
  const { id: objectId } = event.data.object as { id?: string | null };
  return {
    eventId: event.id,
    type: event.type,
    objectId: objectId ?? '',
    livemode: event.livemode ?? false,
    eventCreatedAt: event.created ? fromSeconds(event.created) : null,
    apiVersion: event.api_version ?? null,
    receivedAt,
  };
}

import type { EventHandler } from '../../effects';
import { followSubscription } from '../../plans/follow-subscription';

/**
 * `customer.subscription.deleted`. A plan has ended. The subscription is read again; the team goes back to what it has
 * without it.
 */
export const customerSubscriptionDeleted: EventHandler = followSubscription;

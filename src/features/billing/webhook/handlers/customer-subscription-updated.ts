import type { EventHandler } from '../../effects';
import { followSubscription } from '../../plans/follow-subscription';

/**
 * `customer.subscription.updated`. A plan was renewed, changed, cancelled for its period's end, or fell behind. The
 * subscription is read again and taken as it is now.
 */
export const customerSubscriptionUpdated: EventHandler = followSubscription;

import type { EventHandler } from '../../effects';
import { followSubscription } from '../../plans/follow-subscription';

/**
 * `customer.subscription.created`. A plan has begun, on our page or in Stripe's dashboard. The subscription is read again
 * and becomes the team's plan.
 */
export const customerSubscriptionCreated: EventHandler = followSubscription;

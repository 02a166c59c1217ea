/** `customer.subscription.*` events: whichever came, the subscription as Stripe has it now decides. */
import { planEffect } from '../../plans/apply-plan';
import { readPlan } from '../../plans/plan-reading';
import type { EventHandler } from './handler';

export const subscription: EventHandler = async ({ stripe, db, objectId }) =>
  planEffect(await readPlan({ stripe, db, subscriptionId: objectId }));

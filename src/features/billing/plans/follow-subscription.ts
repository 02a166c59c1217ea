import type { EventHandler } from '../effects';
import { planEffect } from './apply-plan';
import { readPlan } from './plan-reading';

/** A subscription as Stripe has it now. */
export const followSubscription: EventHandler = async ({ stripe, db, objectId }) =>
  planEffect(await readPlan({ stripe, db, subscriptionId: objectId }));

import type { EventHandler } from '../../effects';
import { followRefund } from '../../refunds/follow-charge';

/**
 * `refund.created`. A refund was made, by us or in Stripe's dashboard. It leads to its charge, which is read again with
 * all its refunds.
 */
export const refundCreated: EventHandler = followRefund;

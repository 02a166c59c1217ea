import type { EventHandler } from '../../effects';
import { followRefund } from '../../refunds/follow-charge';

/**
 * `refund.updated`. A refund went on: from pending to paid out, or its bank sent a reference. It leads to its charge,
 * which is read again.
 */
export const refundUpdated: EventHandler = followRefund;

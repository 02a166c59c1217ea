import type { EventHandler } from '../../effects';
import { followRefund } from '../../refunds/follow-charge';

/**
 * `charge.refund.updated`. The older name of `refund.updated`, which some endpoints still get. The refund leads to its
 * charge, which is read again.
 */
export const chargeRefundUpdated: EventHandler = followRefund;

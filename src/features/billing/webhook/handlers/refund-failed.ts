import type { EventHandler } from '../../effects';
import { followRefund } from '../../refunds/follow-charge';

/**
 * `refund.failed`. The bank could not pay a refund out, days later. It leads to its charge, which is read again: the
 * refund's credits come back.
 */
export const refundFailed: EventHandler = followRefund;

import type { EventHandler } from '../../effects';
import { followCharge } from '../../refunds/follow-charge';

/**
 * `charge.refunded`. Money of a charge went back, by us or by somebody in Stripe's dashboard. The charge is read again
 * with all its refunds: ours take their state, others take credits in proportion.
 */
export const chargeRefunded: EventHandler = followCharge;

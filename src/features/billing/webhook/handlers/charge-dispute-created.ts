import { followDispute } from '../../disputes/follow-dispute';
import type { EventHandler } from '../../effects';

/**
 * `charge.dispute.created`. A cardholder takes a payment back. The dispute is read again: open takes the payment's
 * credits, an inquiry takes nothing.
 */
export const chargeDisputeCreated: EventHandler = followDispute;

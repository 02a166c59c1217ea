import { followDispute } from '../../disputes/follow-dispute';
import type { EventHandler } from '../../effects';

/**
 * `charge.dispute.funds_reinstated`. The bank has given the disputed money back. The dispute is read again: won gives the
 * credits back.
 */
export const chargeDisputeFundsReinstated: EventHandler = followDispute;

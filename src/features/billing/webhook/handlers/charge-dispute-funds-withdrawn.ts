import { followDispute } from '../../disputes/follow-dispute';
import type { EventHandler } from '../../effects';

/**
 * `charge.dispute.funds_withdrawn`. The bank has taken the disputed money. The dispute is read again: its credits are
 * taken if they were not yet.
 */
export const chargeDisputeFundsWithdrawn: EventHandler = followDispute;

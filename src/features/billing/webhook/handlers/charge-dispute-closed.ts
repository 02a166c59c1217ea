import { followDispute } from '../../disputes/follow-dispute';
import type { EventHandler } from '../../effects';

/** `charge.dispute.closed`. A dispute has ended. It is read again: won gives the credits back, lost leaves them taken. */
export const chargeDisputeClosed: EventHandler = followDispute;

import { followDispute } from '../../disputes/follow-dispute';
import type { EventHandler } from '../../effects';

/**
 * `charge.dispute.updated`. A dispute went on, for example from an inquiry to a real one. It is read again and taken as it
 * is now.
 */
export const chargeDisputeUpdated: EventHandler = followDispute;

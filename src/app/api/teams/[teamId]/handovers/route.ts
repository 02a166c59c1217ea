import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { endHandover } from '@/features/uploads/handover/end-handover';
import { getHandover } from '@/features/uploads/handover/handover-queries';
import { startHandover } from '@/features/uploads/handover/start-handover';

/** Whether the member's link waits for a phone or a phone is connected. */
export const GET = teamRoute(contract.getHandover, ({ ctx }) => getHandover(ctx));

/** A new link for the member's phone; the one before stops working. */
export const POST = teamRoute(contract.startHandover, ({ ctx }) => startHandover(ctx));

export const DELETE = teamRoute(contract.endHandover, ({ ctx }) => endHandover(ctx));

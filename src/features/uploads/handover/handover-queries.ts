import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { systemClock } from '@/lib/time';
import type { HandoverView } from './handover-types';
import { findLiveHandover, toHandoverView } from './live-handover';

/** The member's own hand-over as it stands, without its link; null when none lives. */
export async function getHandover(ctx: Ctx, clock = systemClock): Promise<{ handover: HandoverView | null }> {
  requirePermission(ctx.actor, 'uploads:own');
  const row = await findLiveHandover(ctx, clock());
  return { handover: row && toHandoverView(row) };
}

/** The trace every verb leaves in its transaction: who did what, and a hint to open pages to read the balances again. */
import type { Ctx } from '@/db/context';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';

export type Trace = {
  action: `credits.${string}`;
  subjectType: 'organization' | 'member' | 'payment' | 'invitation' | 'generation';
  subjectId: string;
  data: Record<string, unknown>;
  /** Whose wallets changed. */
  memberIds?: string[];
};

export async function leaveTrace(ctx: Ctx, trace: Trace): Promise<void> {
  const { action, subjectType, subjectId, data, memberIds = [] } = trace;
  await recordAudit(ctx, { action, subjectType, subjectId, data });
  await emitEvent(ctx, { type: 'balance.changed', data: { memberIds } });
}

/**
 * What each engine call was, took and cost. Written outside the fence: money that was spent stays spent, also when the generation
 * belongs to somebody else by then.
 */
import { eq } from 'drizzle-orm';
import { type ENGINE_CALL_OUTCOMES, engineCall } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import type { Claim } from './claim';
import type { EngineName, EngineReceipt } from './engine';

export type CallPlan = {
  pictureId: string | null;
  purpose: 'draw' | 'describe';
  /** 1–3 of its picture; 0 for a look. */
  call: number;
  engine: EngineName;
  because: string | null;
};

export type CallEnd = {
  outcome: (typeof ENGINE_CALL_OUTCOMES)[number];
  reason?: string | undefined;
  likeness?: number | null;
  receipt?: EngineReceipt | undefined;
};

/** Answers the row's id. */
export async function beginCall(db: Db, claim: Claim, plan: CallPlan): Promise<number> {
  const [row] = await db
    .insert(engineCall)
    .values({ organizationId: claim.orgId, generationId: claim.id, ...plan })
    .returning({ id: engineCall.id });
  if (!row) throw new Error('The engine call was not written.');
  return row.id;
}

export async function endCall(db: Db, id: number, end: CallEnd): Promise<void> {
  const { outcome, reason = null, likeness = null, receipt } = end;
  await db
    .update(engineCall)
    .set({ outcome, reason: reason?.slice(0, 300) ?? null, likeness, ...receipt, finishedAt: new Date() })
    .where(eq(engineCall.id, id));
}

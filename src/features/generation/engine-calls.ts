/**
 * What each engine call was, took and cost. Written outside the fence: money that was spent stays spent, also when the generation
 * belongs to somebody else by then.
 */
import { eq, sql } from 'drizzle-orm';
import { type ENGINE_CALL_OUTCOMES, engineCall } from '@/db/schema/generation';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import type { Claim } from './claim';
import type { CallLine, EngineName, EngineReceipt } from './engine';

/** Key of the advisory lock under which places are counted; the claim's is 727002. */
const PLACES_LOCK = 727003;

export type CallPlan = {
  pictureId: string | null;
  purpose: 'draw' | 'describe' | 'chat';
  /** 1–3 of its picture; 0 for a look and for the chat. */
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

/** Of a generation, or of none: the chat. Answers the row's id. */
export async function beginCall(
  db: Db,
  of: { orgId: string; id: string | null },
  plan: CallPlan,
): Promise<number> {
  const [row] = await db
    .insert(engineCall)
    .values({ organizationId: of.orgId, generationId: of.id, ...plan })
    .returning({ id: engineCall.id });
  if (!row) throw new Error('The engine call was not written.');
  return row.id;
}

/**
 * The same when one of the engine's `places` is free; null when all are taken. Places are counted one caller after the other, over
 * all workers; that of a worker that died is free when its lease ends.
 */
export function takePlace(
  db: Db,
  claim: Claim,
  plan: CallPlan,
  places: number | null,
): Promise<number | null> {
  if (places === null) return beginCall(db, claim, plan);
  return db.transaction(async (tx) => {
    const db = tx as Db;
    await db.execute(sql`select pg_advisory_xact_lock(${PLACES_LOCK})`);
    const [row] = await selectRows<{ taken: number }>(
      db,
      sql`
        select count(*)::int as taken from engine_call c join generation g on g.id = c.generation_id
        where c.engine = ${plan.engine} and c.purpose = 'draw' and c.finished_at is null
          and g.status = 'processing' and g.lease_until > clock_timestamp()`,
    );
    return row && row.taken < places ? beginCall(db, claim, plan) : null;
  });
}

export async function endCall(db: Db, id: number, end: CallEnd): Promise<void> {
  const { outcome, reason = null, likeness = null, receipt } = end;
  await db
    .update(engineCall)
    .set({ outcome, reason: reason?.slice(0, 300) ?? null, likeness, ...receipt, finishedAt: new Date() })
    .where(eq(engineCall.id, id));
}

export function lineOf(db: Db, id: number): CallLine {
  return {
    async note(facts) {
      await db.update(engineCall).set(facts).where(eq(engineCall.id, id));
    },
    async rings() {
      const [row] = await db
        .select({ rings: engineCall.rings })
        .from(engineCall)
        .where(eq(engineCall.id, id));
      return row?.rings ?? 0;
    },
  };
}

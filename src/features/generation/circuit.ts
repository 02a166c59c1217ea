/** The circuits of the engines, one row each, shared by all workers. The rules are in `circuit-rules.ts`. */
import { and, eq } from 'drizzle-orm';
import { engineCircuit } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { plus } from '@/lib/time';
import { type Choice, chooseEngine, type Miss } from './chain-rules';
import { afterFailure, CLOSED, PROBE, restOf } from './circuit-rules';
import type { EngineFailure, EngineName } from './engine';

/** The rule's choice among engines whose circuit is closed, or whose probe is ours. */
export async function chooseOpenEngine(
  db: Db,
  chain: readonly EngineName[],
  misses: readonly Miss[],
  now = new Date(),
): Promise<Choice> {
  const rows = await db.select().from(engineCircuit);
  const until = new Map(rows.map(({ engine, openUntil }) => [engine, openUntil]));
  const closed = new Map<EngineName, number>();
  for (const { engine, openUntil } of rows) {
    const rest = restOf({ openUntil }, now);
    if (rest > 0) closed.set(engine, rest);
  }
  for (;;) {
    const choice = chooseEngine(chain, misses, closed);
    const ripe = choice.kind === 'engine' ? until.get(choice.engine) : null;
    if (choice.kind !== 'engine' || !ripe || (await takeProbe(db, choice.engine, ripe, now))) return choice;
    closed.set(choice.engine, PROBE);
  }
}

/** Whether nobody should ask this engine's vendor now. */
export async function isLeftAlone(db: Db, engine: EngineName, now = new Date()): Promise<boolean> {
  const [row] = await db.select().from(engineCircuit).where(eq(engineCircuit.engine, engine));
  return row !== undefined && restOf(row, now) > 0;
}

/** One caller wins; the others see the circuit open until the probe has said something. */
export async function takeProbe(db: Db, engine: EngineName, openUntil: Date, now: Date): Promise<boolean> {
  const taken = await db
    .update(engineCircuit)
    .set({ openUntil: plus(now, PROBE) })
    .where(and(eq(engineCircuit.engine, engine), eq(engineCircuit.openUntil, openUntil)))
    .returning({ engine: engineCircuit.engine });
  return taken.length > 0;
}

/** `null`: it answered, whatever came of the picture. */
export async function noteOutcome(
  db: Db,
  engine: EngineName,
  reason: EngineFailure | null,
  now = new Date(),
): Promise<void> {
  if (reason === 'stopped' || reason === 'busy') return;
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(engineCircuit).where(eq(engineCircuit.engine, engine)).for('update');
    // An answer about the picture shows that the engine works.
    const next = (reason && afterFailure(row ?? CLOSED, reason, now)) ?? CLOSED;
    if (next.openUntil)
      log.error({ engine, reason, until: next.openUntil.toISOString() }, 'engine left alone');
    if (next.failures === 0 && (row?.failures ?? 0) === 0) return;
    const changed = { ...next, reason, changedAt: now };
    await tx
      .insert(engineCircuit)
      .values({ engine, ...changed })
      .onConflictDoUpdate({ target: engineCircuit.engine, set: changed });
  });
}

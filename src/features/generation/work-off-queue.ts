/** Takes generations from the queue until none is left, in as many lanes as this process has. */
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { log } from '@/lib/log';
import { MINUTE } from '@/lib/time';
import { claimGeneration } from './claim';
import type { EngineName, PictureEngine } from './engine';
import { chainFrom, lanesOf } from './engines/active';
import { runGeneration } from './run-generation';

/** The queue takes a job away after 15 minutes; long before that a fresh wake goes on with the rest. */
const LONGEST_SHIFT = 8 * MINUTE;

export type Workplace = {
  /** One generation at a time each, of these engines. */
  lanes: readonly (readonly EngineName[])[];
  chainFrom: (engine: EngineName) => readonly PictureEngine[];
};

const holder = globalThis as typeof globalThis & { headcraftBusyLanes?: Set<number> };

/**
 * Works in the lanes that are free and ends when they have found nothing more to do. What arrives later wakes it again, while
 * the first call still works in the other lanes.
 */
export async function workOffQueue(
  db: Db,
  shutdown: AbortSignal,
  workplace: Workplace = { lanes: lanesOf(), chainFrom },
): Promise<void> {
  holder.headcraftBusyLanes ??= new Set();
  const busy = holder.headcraftBusyLanes;
  const free = workplace.lanes.flatMap((engines, lane) => (busy.has(lane) ? [] : [{ lane, engines }]));
  const worked = await Promise.allSettled(
    free.map(async ({ lane, engines }) => {
      busy.add(lane);
      try {
        await workInLane(db, shutdown, engines, workplace);
      } finally {
        busy.delete(lane);
      }
    }),
  );
  const broken = worked.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason;
}

async function workInLane(
  db: Db,
  shutdown: AbortSignal,
  engines: readonly EngineName[],
  workplace: Workplace,
): Promise<void> {
  const end = Date.now() + LONGEST_SHIFT;
  while (!shutdown.aborted) {
    const claim = await claimGeneration(db, engines);
    if (!claim) return;
    const outcome = await runGeneration(db, claim, { chain: workplace.chainFrom(claim.engine), shutdown });
    log.info({ generationId: claim.id, run: claim.attempts, outcome }, 'generation run');
    if (Date.now() > end) {
      await enqueue(db, 'generation.run', {});
      return;
    }
  }
}

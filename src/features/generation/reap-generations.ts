/** Resolves what is stuck: leases that ended with their worker, wakes that were lost, places in the queue that are too low, files of pictures given up. */
import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, picture } from '@/db/schema/generation';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { jobCtx } from '@/jobs/trusted-ctx';
import { MINUTE, plus } from '@/lib/time';
import { endGeneration } from './end-generation';
import { WANTED } from './fence';
import { forgetVendorFiles } from './forget-vendor-files';
import { handBack } from './hand-back';
import { raisePriority } from './raise-priority';
import { removePictureFiles } from './store-picture';

const REAP_JOB = 'generation.reap';

const BATCH = 100;

/** A file may still be on its way to the store when its picture is given up; after this it has arrived or never will. */
const FILES_SETTLE = 5 * MINUTE;

export type Reaped = {
  handedBack: number;
  stopped: number;
  raised: number;
  woken: number;
  files: number;
  vendorFiles: number;
};

export async function reapGenerations(db: Db, now: Date): Promise<Reaped> {
  const handedBack = await resolveDeadLeases(db, now);
  const stopped = await stopUnwanted(db, now);
  const raised = await raisePriority(db, now);
  const woken = await wakeForWaiting(db);
  const files = await removeLeftovers(db, now);
  const vendorFiles = await forgetVendorFiles(db, now);
  return { handedBack, stopped, raised, woken, files, vendorFiles };
}

/** By the database's clock, which gave the lease. */
async function resolveDeadLeases(db: Db, now: Date): Promise<number> {
  const dead = await db
    .select({ id: generation.id, orgId: generation.organizationId, fence: generation.fence })
    .from(generation)
    .where(and(eq(generation.status, 'processing'), sql`${generation.leaseUntil} < clock_timestamp()`))
    .limit(BATCH);
  let count = 0;
  for (const { id, orgId, fence } of dead) {
    const why = 'the worker gave no sign of life';
    const result = await handBack(ctxOf(db, orgId), id, { fence, why, counts: true, now });
    if (result !== 'lost') count += 1;
  }
  return count;
}

/** Queued ones whose member left, whose consent was withdrawn or whose photos are gone; running ones notice by themselves. */
async function stopUnwanted(db: Db, now: Date): Promise<number> {
  const rows = await selectRows<{ id: string; orgId: string; fence: number }>(
    db,
    sql`
      select g.id, g.organization_id as "orgId", g.fence::int as fence from generation g
      where g.status = 'queued' and not ${WANTED} limit ${BATCH}`,
  );
  let count = 0;
  for (const { id, orgId, fence } of rows) {
    const why = 'membership, consent or photos are gone';
    if (await endGeneration(ctxOf(db, orgId), id, { stopped: true, why, fence, now })) count += 1;
  }
  return count;
}

/** Something waits although its wake should long have come: one more wake, which works off all of it. */
async function wakeForWaiting(db: Db): Promise<number> {
  const [row] = await selectRows<{ waiting: boolean }>(
    db,
    sql`
      select exists (
        select 1 from generation
        where status = 'queued' and available_at < clock_timestamp() - interval '20 seconds'
      ) as waiting`,
  );
  if (!row?.waiting) return 0;
  await enqueue(db, 'generation.run', {});
  return 1;
}

async function removeLeftovers(db: Db, now: Date): Promise<number> {
  const left = await db
    .select({ id: picture.id, blobKey: picture.blobKey, thumbnailKey: picture.thumbnailKey })
    .from(picture)
    .innerJoin(generation, eq(generation.id, picture.generationId))
    .where(
      and(
        inArray(picture.status, ['unlike', 'refused', 'failed', 'cancelled']),
        isNotNull(picture.blobKey),
        lt(generation.finishedAt, plus(now, -FILES_SETTLE)),
      ),
    )
    .limit(BATCH);
  for (const { id, ...keys } of left) {
    await removePictureFiles(keys);
    await db.update(picture).set({ blobKey: null, thumbnailKey: null }).where(eq(picture.id, id));
  }
  return left.length;
}

function ctxOf(db: Db, orgId: string): Ctx {
  return jobCtx(db, orgId, REAP_JOB);
}

/** How fast the engines have been lately, over all organizations: durations only, nobody's data. */
import { sql } from 'drizzle-orm';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import type { Quality } from '@/features/billing/price-list';
import type { EngineName } from './engine';
import { type Band, bandOf, type Run } from './eta';

const RECENT = 30;

/** Seconds for so many pictures, from the last completed runs of the same engine and quality. */
export async function findBand(
  db: Db,
  engine: EngineName,
  quality: Quality,
  pictures: number,
): Promise<Band> {
  return bandOf(engine, await listRecentRuns(db, engine, quality), pictures);
}

export function listRecentRuns(db: Db, engine: EngineName, quality: Quality): Promise<Run[]> {
  return selectRows<Run>(
    db,
    sql`
      select extract(epoch from finished_at - claimed_at)::float8 as seconds, variations as pictures
      from generation
      where status = 'completed' and engine = ${engine} and quality = ${quality} and attempts = 1
      order by finished_at desc limit ${RECENT}`,
  );
}

/** Generations that are running or will be taken before this one, roughly: those of higher priority and older ones. */
export async function countAhead(db: Db, generationId: string): Promise<number> {
  const [row] = await selectRows<{ ahead: number }>(
    db,
    sql`
      select count(*)::int as ahead from generation o, generation g
      where g.id = ${generationId} and o.id <> g.id and o.engine = g.engine and (
        o.status = 'processing'
        or (o.status = 'queued' and (o.priority, g.created_at) > (g.priority, o.created_at))
      )`,
  );
  return row?.ahead ?? 0;
}

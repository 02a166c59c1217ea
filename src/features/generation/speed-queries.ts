/** How fast the engines have been lately, over all organizations: durations only, nobody's data. */
import { sql } from 'drizzle-orm';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import type { Quality } from '@/features/billing/price-list';
import type { EngineName } from './engine';
import { type Band, bandOf, type Queue, type Run } from './eta';

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

/**
 * What comes before this generation if nothing else is asked for: of its own team what has a higher priority or is older, of each other
 * team what has its turn earlier (`src/db/sql/30-generation-claim.sql`); and what runs now.
 */
export async function countAhead(db: Db, generationId: string): Promise<Queue> {
  const [row] = await selectRows<Queue>(
    db,
    sql`
      with mine as (select * from generation where id = ${generationId}),
      own as (
        select count(*) as waiting from generation g, mine
        where g.status = 'queued' and g.organization_id = mine.organization_id and g.engine = mine.engine
          and (g.priority, mine.created_at, mine.id) > (mine.priority, g.created_at, g.id)
      ),
      turns as (select t.* from mine, generation_turns(array[mine.engine]) t),
      last as (
        select t.turn + own.waiting * generation_share(mine.priority) as turn
        from mine, own, turns t where t.organization_id = mine.organization_id
      ),
      lengths as (
        select g.organization_id, count(*) as waiting from generation g, mine
        where g.status = 'queued' and g.engine = mine.engine and g.organization_id <> mine.organization_id
        group by g.organization_id
      ),
      others as (
        select sum(least(l.waiting, greatest(0, floor((last.turn - t.turn) / generation_share(t.priority)) + 1))) as waiting
        from lengths l join turns t on t.organization_id = l.organization_id, last
      )
      select (own.waiting + coalesce(others.waiting, 0))::int as waiting,
        (select count(*)::int from generation g, mine where g.status = 'processing' and g.engine = mine.engine) as running
      from own, others`,
  );
  return row ?? { waiting: 0, running: 0 };
}

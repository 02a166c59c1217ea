/** Taking a generation from the queue. The rule of who is next is in `src/db/sql/30-generation-claim.sql`. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';
import type { Quality } from '@/features/billing/price-list';
import { jobCtx } from '@/jobs/trusted-ctx';
import type { EngineName } from './engine';
import type { Aspect } from './input';

/** A worker owns a claimed generation this long without a sign of life. */
export const LEASE_SECONDS = 60;

/** Generations of one organization that run at once over all workers. */
const ORG_LIMIT = 4;

const RUN_JOB = 'generation.run';

/** What a worker holds. Every write it makes names the fence; when another took over, the fence differs and the write is refused. */
export type Claim = {
  id: string;
  orgId: OrgId;
  memberId: string;
  userId: string;
  photoSetId: string;
  styleId: string;
  /** The version of the style it was started with. */
  styleVersion: number;
  engine: EngineName;
  quality: Quality;
  aspect: Aspect;
  variations: number;
  /** Times a worker took it, this one included. */
  attempts: number;
  fence: number;
};

/** The next generation that this process's engines can make, or null. */
export async function claimGeneration(db: Db, engines: readonly EngineName[]): Promise<Claim | null> {
  const [row] = await selectRows<Claim>(
    db,
    sql`
      select id, organization_id as "orgId", member_id as "memberId", user_id as "userId",
        photo_set_id as "photoSetId", style_id as "styleId", style_version as "styleVersion", engine,
        quality, aspect, variations, attempts, fence::int as fence
      from generation_claim(${sql.param([...engines])}::text[], ${`system:${RUN_JOB}`}, ${LEASE_SECONDS}, ${ORG_LIMIT})`,
  );
  return row ?? null;
}

/** The context in which a claimed generation is worked on: its organization, the product itself. */
export function claimCtx(db: Db, claim: Pick<Claim, 'orgId'>): Ctx {
  return jobCtx(db, claim.orgId, RUN_JOB);
}

/** A generation on a workbench: what tests of the worker, the queue and the ends have in common. */
import { eq, sql } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import { creditHold, holdResolution } from '@/db/schema/credits';
import { generation, picture } from '@/db/schema/generation';
import { findMyWallet } from '@/features/credits/queries';
import { type Claim, claimGeneration } from '@/features/generation/claim';
import type { EngineName } from '@/features/generation/engine';
import { testDatabase } from './database';
import { makeTeam, type TestTeam } from './factories';
import { readyTeam, type SetOptions } from './generations';

/** A fresh team with a photo set and ten credits before each test, alone in the queue. */
export async function generationBench(photos?: () => SetOptions) {
  const db = await testDatabase();
  const bench = {
    db,
    /** A process that does not shut down. */
    never: new AbortController().signal,
    team: {} as TestTeam,
    set: '',
    wallet: () => findMyWallet(bench.team.member.ctx),

    async claimed(engines: readonly EngineName[] = ['studio']): Promise<Claim> {
      const claim = await claimGeneration(db, engines);
      if (!claim) throw new Error('nothing to claim');
      return claim;
    },

    async read(id: string) {
      const [row] = await db.select().from(generation).where(eq(generation.id, id));
      const pictures = await db
        .select()
        .from(picture)
        .where(eq(picture.generationId, id))
        .orderBy(picture.number);
      if (!row) throw new Error('no generation');
      return { row, pictures, statuses: pictures.map(({ status }) => status) };
    },

    /** How its hold ended; more than one row would be a disaster. */
    resolutions: (id: string) =>
      db
        .select({ settled: holdResolution.settled, released: holdResolution.released })
        .from(holdResolution)
        .innerJoin(creditHold, eq(creditHold.id, holdResolution.holdId))
        .where(eq(creditHold.generationId, id)),

    /** The database says its lease is over. */
    expireLease: (id: string) =>
      db
        .update(generation)
        .set({ leaseUntil: sql`clock_timestamp() - interval '1 second'` })
        .where(eq(generation.id, id)),
  };
  beforeEach(async () => {
    await db.execute(
      sql`update generation set available_at = now() + interval '1 year' where status = 'queued'`,
    );
    await db.execute(
      sql`update generation set lease_until = now() + interval '1 year' where status = 'processing'`,
    );
    bench.team = await makeTeam(db);
    bench.set = await readyTeam(bench.team, 10, photos?.());
  });
  return bench;
}

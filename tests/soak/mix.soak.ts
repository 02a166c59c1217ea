import { afterAll, test } from 'vitest';
import { connectPglite } from '@/adapters/database/pglite';
import type { Db } from '@/db/types';
import { testDatabase } from '../support/database';
import { runMix } from '../support/ledger-mix';
import { withSeed } from '../support/random';
import { say, soak } from './options';

const pglite = await connectPglite();
afterAll(() => pglite.close());

async function mix(name: string, db: Db): Promise<void> {
  const { seed, operations } = soak();
  await withSeed(seed, async (random) => {
    say(`mix on ${name}: ${operations} operations at 32 clients, seed ${seed}`);
    const { done, refused, replayed, perSecond } = await runMix(db, { operations, clients: 32, random });
    const kinds = Object.entries(done).map(([kind, count]) => `${count} ${kind}`);
    say(`mix on ${name}: ${kinds.join('; ')}`);
    say(
      `mix on ${name}: ${replayed} repeated, ${refused} refused, ${Math.round(perSecond)}/s: exact, no deadlock`,
    );
  });
}

test('everything at once on Postgres', async () => mix('Postgres', await testDatabase()));

test('everything at once on PGlite', async () => {
  await pglite.migrate();
  await mix('PGlite', pglite.db);
});

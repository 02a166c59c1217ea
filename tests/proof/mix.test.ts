/** Everything at once on one pool. `npm run soak` does the same with 10,000 operations. */
import { afterAll, expect, test } from 'vitest';
import { connectPglite } from '@/adapters/database/pglite';
import { testDatabase } from '../support/database';
import { runMix } from '../support/ledger-mix';
import { newSeed, withSeed } from '../support/random';

/** Milliseconds; seconds on a machine that does nothing else. */
const PATIENCE = 120_000;

const pglite = await connectPglite();
afterAll(() => pglite.close());

test(
  '1,500 mixed operations at 32 connections: nothing made, lost or negative, and no deadlock',
  () =>
    withSeed(newSeed(), async (random) => {
      const { done, replayed } = await runMix(await testDatabase(), {
        operations: 1_500,
        clients: 32,
        random,
      });
      expect(Object.values(done).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(400);
      expect(replayed).toBeGreaterThan(100);
    }),
  PATIENCE,
);

test(
  '300 on the embedded database',
  async () => {
    await pglite.migrate();
    await withSeed(newSeed(), async (random) => {
      const { replayed } = await runMix(pglite.db, { operations: 300, clients: 32, people: 8, random });
      expect(replayed).toBeGreaterThan(10);
    });
  },
  PATIENCE,
);

import { expect, test } from 'vitest';
import { SEEDS_OF_A_RUN, seedOf } from './ledger-model-run';

const PARTS = 200;
const LANES = 4;
/** A part of 5,000 commands has some 30. */
const ROUNDS = 400;

test('a million commands take no seed twice', () => {
  for (const seed of [0, 12_345, 2 ** 31 - 1]) {
    const seeds = new Set<number>();
    for (let part = 0; part < PARTS; part += 1)
      for (let lane = 0; lane < LANES; lane += 1)
        for (let round = 0; round < ROUNDS; round += 1)
          seeds.add(seedOf((seed + part * SEEDS_OF_A_RUN) % 2 ** 31, lane, round));
    expect(seeds.size).toBe(PARTS * LANES * ROUNDS);
  }
});

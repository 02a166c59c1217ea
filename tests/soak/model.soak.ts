import { test } from 'vitest';
import { testDatabase } from '../support/database';
import { expectLedgerClean } from '../support/ledger';
import { runLedgerModel, SEEDS_OF_A_RUN } from '../support/ledger-model-run';
import { say, sayNowAndThen, soak } from './options';

/** Commands that share a seed: a run can be taken up again at each multiple of it. */
const PART = 5_000;
/** Parts between two looks at the whole ledger. */
const VERIFY_EVERY = 20;

test('the ledger against its model', async () => {
  const { seed, commands, from } = soak();
  const db = await testDatabase();
  const done: Record<string, number> = {};
  for (let part = Math.floor(from / PART); part * PART < commands; part += 1) {
    const before = part * PART;
    const { counts } = await runLedgerModel(db, {
      commands: Math.min(PART, commands - before),
      seed: (seed + part * SEEDS_OF_A_RUN) % 2 ** 31,
      onProgress: (executed) =>
        sayNowAndThen(
          () =>
            `model: ${before + executed} of ${commands} commands; go on with --seed ${seed} --from ${before}`,
        ),
    });
    for (const [kind, count] of Object.entries(counts)) done[kind] = (done[kind] ?? 0) + count;
    if (part % VERIFY_EVERY === VERIFY_EVERY - 1) await expectLedgerClean(db);
  }
  await expectLedgerClean(db);
  say(
    `model: ${Object.entries(done)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}: no difference`,
  );
});

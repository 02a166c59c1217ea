/**
 * Thousands of random commands, every operation among them, against a model of what a ledger is. A failure prints its seed and
 * the fewest commands that show it; `LEDGER_SEED=… npx vitest run src/features/credits/model.test.ts` runs the same again.
 */
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database';
import { expectLedgerClean } from '../../../tests/support/ledger';
import { runLedgerModel } from '../../../tests/support/ledger-model-run';
import { newSeed } from '../../../tests/support/random';

const COMMANDS = 5_000;
/** Kinds of commands there are; each must have come up. */
const KINDS = 22;

test('5,000 random commands agree with the model', async () => {
  const db = await testDatabase();
  const seed = Number(process.env.LEDGER_SEED ?? newSeed());
  const { executed, counts } = await runLedgerModel(db, { commands: COMMANDS, seed });
  expect(executed).toBeGreaterThanOrEqual(COMMANDS);
  expect(Object.keys(counts)).toHaveLength(KINDS);
  await expectLedgerClean(db);
}, 240_000);

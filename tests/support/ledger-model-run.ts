/** Random sequences of ledger commands against the model; `npm test` runs thousands, `npm run soak` a million. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Db } from '@/db/types';
import { isAppError } from '@/lib/errors';
import { LEDGER_COMMANDS, type LedgerCommand } from './ledger-commands';
import { emptyModel, type Model } from './ledger-model';
import { type LedgerWorld, makeWorld, numbersOf, readNumbers } from './ledger-world';

const LONGEST = 100;
/** Sequences at a time. Each has a team of its own, so they have nothing in common but the database. */
const LANES = 4;
/** Sequences of one seed. */
const ROUND = 3;
/** Rounds of a lane, at most: each takes the next seed. */
const LANE_ROUNDS = 10_000;
/** Seeds that a run may take, from its own on. The next run with sequences of its own begins behind them. */
export const SEEDS_OF_A_RUN = LANES * LANE_ROUNDS;

/** The seed of a lane's round. fast-check knows seeds below 2³¹. */
export function seedOf(seed: number, lane: number, round: number): number {
  if (round >= LANE_ROUNDS) throw new Error(`a run of more than ${LANE_ROUNDS} rounds a lane repeats itself`);
  return (seed + lane * LANE_ROUNDS + round) % 2 ** 31;
}

export type ModelRun = {
  /** Commands that did something or were refused as they should. */
  executed: number;
  /** By command. */
  counts: Record<string, number>;
};

/**
 * Runs sequences of up to a hundred commands, each on a team of its own, until `commands` have been executed. After every command
 * the model and the database hold the same numbers and the database's rows fit together. A difference is shrunk to the fewest
 * commands that show it; the error names them and the seed, which makes the same sequences again.
 */
export async function runLedgerModel(
  db: Db,
  options: { commands: number; seed: number; onProgress?: (executed: number) => void },
): Promise<ModelRun> {
  const { commands, seed, onProgress } = options;
  const run: ModelRun = { executed: 0, counts: {} };
  const sequence = fc.array(fc.oneof(...LEDGER_COMMANDS), {
    minLength: 1,
    maxLength: LONGEST,
    size: 'max',
  });
  const property = fc.asyncProperty(fc.nat(6), sequence, async (dice, sequence) => {
    await runSequence(db, dice === 1, sequence, run);
    onProgress?.(run.executed);
  });
  let failed = false;
  const runLane = async (lane: number) => {
    for (let round = 0; run.executed < commands && !failed; round += 1) {
      const own = { seed: seedOf(seed, lane, round), numRuns: ROUND, unbiased: true };
      await fc.assert(property, own).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  // The seed that a failure prints repeats its sequences as the first lane's.
  await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(lane)));
  return run;
}

async function runSequence(
  db: Db,
  solo: boolean,
  sequence: readonly LedgerCommand[],
  run: ModelRun,
): Promise<void> {
  const world = await makeWorld(db, solo);
  const model = emptyModel(solo, world.people);
  const history: string[] = [solo ? 'a team of one' : 'a team'];
  try {
    for (const command of sequence) {
      history.push(command.again ? `${command.name} twice` : command.name);
      if (await runCommand(command, model, world)) count(run, command);
    }
  } catch (error) {
    if (error instanceof Error) error.message = `${error.message}\nAfter: ${history.join(', ')}`;
    throw error;
  }
}

function count(run: ModelRun, { name }: LedgerCommand): void {
  const kind = name.slice(0, name.indexOf('('));
  run.executed += 1;
  run.counts[kind] = (run.counts[kind] ?? 0) + 1;
}

async function runCommand(command: LedgerCommand, model: Model, world: LedgerWorld): Promise<boolean> {
  const step = await command.act(model, world);
  if (!step) return false;
  const { run, expected } = step;
  const refused = 'refusal' in expected;
  const first = await outcomeOf(run);
  assert.equal(first.refusal, refused ? expected.refusal : undefined);
  if (!refused) {
    assertAnswer(first.answer, expected.answer);
    expected.after?.();
    // A request that is repeated with its key changes nothing more.
    if (command.again && !isKeyless(command)) {
      const second = await outcomeOf(run);
      assert.equal(second.refusal, undefined);
      assertAnswer(second.answer, expected.answer);
    }
  }
  assert.deepEqual(await readNumbers(world), numbersOf(model));
  return true;
}

/** What has been asked for or answered by a person is not sent again by a machine. */
const isKeyless = ({ name }: LedgerCommand) => /^(request|endRequest)\(/.test(name);

function assertAnswer(answer: unknown, expected: object = {}): void {
  const found = answer as Record<string, unknown>;
  for (const [name, value] of Object.entries(expected)) assert.equal(found[name], value, name);
}

async function outcomeOf(run: () => Promise<unknown>): Promise<{ refusal?: string; answer?: unknown }> {
  try {
    return { answer: (await run()) ?? {} };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { refusal: error.code };
  }
}

/**
 * Random sequences of commands against a tiny model of what a ledger is: numbers in boxes. After every command the database
 * and the model hold the same numbers, and after every sequence the ledger verifies.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { expectLedgerClean, key, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { allocateCredits } from './allocate';
import { grantCredits } from './grant';
import { holdCredits } from './hold';
import { keepPromise } from './keep-promise';
import { promiseCredits } from './promise';
import { getOverview } from './queries';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';
import { refundToWallet } from './refund';
import { returnPromise } from './return-promise';
import { settleHold } from './settle';

/** A run has 0 to 50 commands: some 300 in all. */
const RUNS = 12;
const MAX_COMMANDS = 50;
let executed = 0;

type Hold = { id: string; person: number; amount: number; charged: number | null; refunded: number };
type Promised = { id: string; amount: number; open: boolean };
type Model = {
  pool: number;
  wallets: number[];
  held: number[];
  used: number;
  holds: Hold[];
  promises: Promised[];
};
type Real = { world: TwoTeams; people: { memberId: string }[]; serial: string };
type Command = fc.AsyncCommand<Model, Real>;

/** Runs the verb; the model says beforehand whether it must succeed. */
async function agree(expected: 'ok' | string, run: () => Promise<unknown>): Promise<void> {
  const outcome = await run().then(
    () => 'ok',
    (error: unknown) => {
      if (!isAppError(error)) throw error;
      return error.code as string;
    },
  );
  expect(outcome).toBe(expected);
}

async function expectSame(model: Model, { world }: Real): Promise<void> {
  const { pool, wallets, held, promised, used } = await getOverview(world.team.admin.ctx);
  expect({ pool, wallets, held, promised, used }).toEqual({
    pool: model.pool,
    wallets: sum(model.wallets),
    held: sum(model.held),
    promised: sum(model.promises.filter(({ open }) => open).map(({ amount }) => amount)),
    used: model.used,
  });
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const free = (model: Model, person: number) => (model.wallets[person] ?? 0) - (model.held[person] ?? 0);
const enough = (has: number, needs: number) => (has >= needs ? 'ok' : 'insufficient_credits');
const add = (boxes: number[], index: number, amount: number) => {
  boxes[index] = (boxes[index] ?? 0) + amount;
};

function command(name: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      executed += 1;
      await run(model, real);
      await expectSame(model, real);
    },
    toString: () => name,
  };
}

const person = fc.integer({ min: 0, max: 2 });
const amount = fc.integer({ min: 1, max: 40 });
const index = fc.nat(30);
const memberOf = (real: Real, who: number) => real.people[who]?.memberId ?? '';

const commands = [
  fc.tuple(amount).map(([n]) =>
    command(`grant ${n}`, async (model, { world }) => {
      await agree('ok', () => grantCredits(world.system, { amount: n, idempotencyKey: key() }));
      model.pool += n;
    }),
  ),
  fc.tuple(person, amount).map(([who, n]) =>
    command(`allocate ${n} to ${who}`, async (model, real) => {
      const expected = enough(model.pool, n);
      const request = { memberId: memberOf(real, who), amount: n, idempotencyKey: key() };
      await agree(expected, () => allocateCredits(real.world.team.admin.ctx, request));
      // A repeated request changes nothing more.
      await agree(expected, () => allocateCredits(real.world.team.admin.ctx, request));
      if (expected !== 'ok') return;
      model.pool -= n;
      add(model.wallets, who, n);
    }),
  ),
  fc.tuple(person, amount).map(([who, n]) =>
    command(`reclaim ${n} from ${who}`, async (model, real) => {
      const expected = enough(free(model, who), n);
      const request = { memberId: memberOf(real, who), amount: n, idempotencyKey: key() };
      await agree(expected, () => reclaimCredits(real.world.team.admin.ctx, request));
      if (expected !== 'ok') return;
      model.pool += n;
      add(model.wallets, who, -n);
    }),
  ),
  fc.tuple(person, fc.integer({ min: 1, max: 2 }), amount).map(([who, step, n]) =>
    command(`reassign ${n} from ${who}`, async (model, real) => {
      const to = (who + step) % 3;
      const expected = enough(free(model, who), n);
      await agree(expected, () =>
        reassignCredits(real.world.team.admin.ctx, {
          fromMemberId: memberOf(real, who),
          toMemberId: memberOf(real, to),
          amount: n,
          idempotencyKey: key(),
        }),
      );
      if (expected !== 'ok') return;
      add(model.wallets, who, -n);
      add(model.wallets, to, n);
    }),
  ),
  fc.tuple(person, amount).map(([who, n]) =>
    command(`hold ${n} of ${who}`, async (model, real) => {
      const expected = enough(free(model, who), n);
      const id = `gen_${real.serial}_${key()}`;
      await agree(expected, () =>
        holdCredits(real.world.system, { generationId: id, memberId: memberOf(real, who), amount: n }),
      );
      if (expected !== 'ok') return;
      add(model.held, who, n);
      model.holds.push({ id, person: who, amount: n, charged: null, refunded: 0 });
    }),
  ),
  fc.tuple(index, fc.nat(45)).map(([at, n]) =>
    command(`settle ${n} of hold ${at}`, async (model, real) => {
      const hold = model.holds[at % Math.max(model.holds.length, 1)];
      if (!hold) return;
      const fits = hold.charged === null ? n <= hold.amount : n === hold.charged;
      await agree(fits ? 'ok' : 'conflict', () =>
        settleHold(real.world.system, { generationId: hold.id, amount: n }),
      );
      if (!fits || hold.charged !== null) return;
      hold.charged = n;
      add(model.held, hold.person, -hold.amount);
      add(model.wallets, hold.person, -n);
      model.used += n;
    }),
  ),
  fc.tuple(index, amount).map(([at, n]) =>
    command(`refund ${n} of hold ${at}`, async (model, real) => {
      const hold = model.holds[at % Math.max(model.holds.length, 1)];
      if (!hold) return;
      const ended = hold.charged !== null;
      const fits = hold.refunded + n <= (hold.charged ?? 0);
      await agree(fits ? 'ok' : ended ? 'conflict' : 'not_found', () =>
        refundToWallet(real.world.system, { generationId: hold.id, amount: n, idempotencyKey: key() }),
      );
      if (!fits) return;
      hold.refunded += n;
      add(model.wallets, hold.person, n);
      model.used -= n;
    }),
  ),
  fc.tuple(amount).map(([n]) =>
    command(`promise ${n}`, async (model, real) => {
      const expected = enough(model.pool, n);
      const id = `inv_${real.serial}_${key()}`;
      await agree(expected, () => promiseCredits(real.world.team.admin.ctx, { invitationId: id, amount: n }));
      if (expected !== 'ok') return;
      model.pool -= n;
      model.promises.push({ id, amount: n, open: true });
    }),
  ),
  fc.tuple(index, fc.option(person)).map(([at, who]) =>
    command(who === null ? `return promise ${at}` : `keep promise ${at} for ${who}`, async (model, real) => {
      const promised = model.promises.find(({ open }, position) => open && position >= at % 5);
      if (!promised) return;
      const invitationId = promised.id;
      await agree('ok', () =>
        who === null
          ? returnPromise(real.world.system, { invitationId })
          : keepPromise(real.world.system, { invitationId, memberId: memberOf(real, who) }),
      );
      promised.open = false;
      if (who === null) model.pool += promised.amount;
      else add(model.wallets, who, promised.amount);
    }),
  ),
];

test('some 300 random commands agree with the model', async () => {
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: MAX_COMMANDS, size: 'max' }), async (sequence) => {
      const world = await twoTeams();
      serial += 1;
      const people = [world.team.member, world.team.admin, world.team.owner];
      await fc.asyncModelRun(
        () => ({
          model: { pool: 100, wallets: [20, 0, 0], held: [0, 0, 0], used: 0, holds: [], promises: [] },
          real: { world, people, serial: String(serial) },
        }),
        sequence,
      );
      await expectLedgerClean(world.db, world.team.orgId);
    }),
    { numRuns: RUNS },
  );
  expect(executed).toBeGreaterThan(100);
}, 120_000);

/**
 * A dispute that was won is as if it had never been: whatever is bought, spent and lost between its opening and its end, every
 * payment has as much unspent as in a team where nobody ever disputed.
 */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '@/db/types';
import { chargeBack } from '@/features/credits/charge-back';
import { purchaseCredits } from '@/features/credits/purchase';
import { getOverview } from '@/features/credits/queries';
import { reverseChargeBack } from '@/features/credits/reverse-charge-back';
import { settleHold } from '@/features/credits/settle';
import { findUnspent } from '@/features/credits/unspent-query';
import { newId } from '@/lib/ids';
import { testDatabase } from '../support/database';
import { makeTeam, systemCtx, type TestTeam } from '../support/factories';
import { expectLedgerClean, give, hold, openTeamLedger, recordPayment } from '../support/ledger';

type Step = 'buy' | 'spend' | 'lose';
const STEPS: Step[] = ['buy', 'spend', 'lose'];

/** Every order of up to three steps in which the older payment is lost at most once. */
const ORDERS = [1, 2, 3]
  .flatMap((length) => ordersOf(length))
  .filter((order) => order.filter((step) => step === 'lose').length <= 1);

const BOUGHT = 20;
const SPENT = 15;

function ordersOf(length: number): Step[][] {
  if (length === 0) return [[]];
  return ordersOf(length - 1).flatMap((order) => STEPS.map((step) => [...order, step]));
}

/** Of the 40 credits of two payments, spent before the newer one is disputed. */
test.each([0, 15, 30, 40])('with %i of 40 spent before', async (before) => {
  const db = await testDatabase();
  for (const order of ORDERS) {
    const disputed = await begin(db, before);
    const untouched = await begin(db, before);
    const disputeId = newId('dispute');
    const [, paymentId = ''] = disputed.payments;
    await chargeBack(disputed.system, { paymentId, disputeId, credits: BOUGHT });
    for (const step of order) {
      // Nobody spends what is not there, or while something is owed: then nobody does in the other team either.
      if (step === 'spend' && (await free(disputed)) < SPENT) continue;
      for (const world of [disputed, untouched]) await take(world, step);
    }
    await reverseChargeBack(disputed.system, { disputeId });
    expect(await stateOf(disputed), `${before} spent, then ${order.join(', ')}`).toEqual(
      await stateOf(untouched),
    );
  }
  await expectLedgerClean(db);
});

type World = { db: Db; team: TestTeam; system: ReturnType<typeof systemCtx>; payments: string[] };

async function begin(db: Db, spent: number): Promise<World> {
  const team = await makeTeam(db);
  await openTeamLedger(team);
  const world: World = { db, team, system: systemCtx(db, team.orgId), payments: [] };
  await take(world, 'buy');
  await take(world, 'buy');
  if (spent > 0) await spend(world, spent);
  return world;
}

async function take(world: World, step: Step): Promise<void> {
  const { db, team, system, payments } = world;
  if (step === 'spend') return spend(world, SPENT);
  if (step === 'lose') {
    await chargeBack(system, { paymentId: payments[0] ?? '', disputeId: newId('dispute'), credits: BOUGHT });
    return;
  }
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, BOUGHT);
  await purchaseCredits(system, { paymentId, amount: BOUGHT });
  payments.push(paymentId);
  // The ledger's times are milliseconds; two purchases of one millisecond have no order, and no team makes them.
  await db.execute(sql`select pg_sleep(0.002)`);
}

async function spend({ team, system }: World, amount: number): Promise<void> {
  await give(team, amount);
  await settleHold(system, { generationId: await hold(team, amount), amount });
}

async function free({ team }: World): Promise<number> {
  const { pool, owed } = await getOverview(team.admin.ctx);
  return owed > 0 ? 0 : pool;
}

async function stateOf({ team, payments }: World) {
  const { pool, owed } = await getOverview(team.admin.ctx);
  const unspent: number[] = [];
  for (const paymentId of payments) unspent.push((await findUnspent(team.admin.ctx, paymentId)).unspent);
  return { pool, owed, unspent };
}

/**
 * A sample of the same sequences through the stand-in: Stripe does it or refuses, the product hears of it through signed events and
 * asks again over HTTP. What happens must be what the model says, refusals of Stripe included.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '@/db/types';
import { grantCredits } from '@/features/credits/grant';
import { holdCredits } from '@/features/credits/hold';
import { getOverview } from '@/features/credits/queries';
import { settleHold } from '@/features/credits/settle';
import { isAppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import { systemCtx, type TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean, give } from '../../../../tests/support/ledger';
import { buyPaid, paymentRow, tell } from '../../../../tests/support/money';
import {
  NEWER_GRANT,
  next,
  OLDER_GRANT,
  OPERATIONS,
  type Operation,
  partOf,
  refundedCents,
  restOf,
  SPEND,
  type State,
  start,
} from '../../../../tests/support/money-model';
import { makePayingTeam, stripe, withStripe } from '../../../../tests/support/payments';
import type { Payment } from '../payments/payment-locks';

withStripe();

let db: Db;
beforeAll(async () => {
  db = await testDatabase();
  stripe.standIn.control.pauseWebhooks();
});

/** A different sample with every run; a failure names its sequence. */
const SAMPLE = Array.from({ length: 8 }, () =>
  Array.from({ length: 5 }, () => OPERATIONS[Math.floor(Math.random() * OPERATIONS.length)] ?? 'spend'),
);

test.each(SAMPLE.map((sequence) => [sequence.join(' → '), sequence] as const))(
  '%s',
  async (_name, sequence) => {
    const team = await makePayingTeam();
    const system = systemCtx(db, team.orgId);
    await grantCredits(system, { amount: OLDER_GRANT, idempotencyKey: 'older' });
    const paid = await buyPaid(team);
    await grantCredits(system, { amount: NEWER_GRANT, idempotencyKey: 'newer' });
    let state = start({ amountCents: paid.amountCents, credits: paid.credits });
    for (const operation of sequence) {
      if (await attempt(team, paid, state, operation)) state = next(state, operation);
      const { pool, owed } = await getOverview(team.admin.ctx);
      expect({ pool, owed }).toEqual({ pool: state.pool, owed: state.owed });
      expect((await paymentRow(db, paid.id)).refundedCents).toBe(refundedCents(state));
    }
    await expectLedgerClean(db, team.orgId);
  },
);

/** False when Stripe or the ledger refuses: then nothing has happened. */
async function attempt(team: TestTeam, paid: Payment, state: State, operation: Operation): Promise<boolean> {
  const { control } = stripe.standIn;
  const charge = paid.stripeChargeId ?? '';
  const closing = state.dispute?.state === 'open';
  switch (operation) {
    case 'spend':
      return spend(team);
    case 'opened': {
      if (state.dispute || restOf(state) === 0) return false;
      await tell(db, 'charge.dispute.created', control.openDispute(charge).id);
      return true;
    }
    case 'won':
    case 'lost': {
      if (!closing) return false;
      control.closeDispute(disputeOf(charge), operation);
      await tell(db, 'charge.dispute.closed', disputeOf(charge));
      return true;
    }
    default:
      return refund(charge, operation === 'part' ? partOf(state) : restOf(state));
  }
}

const disputeOf = (charge: string): string =>
  Object.values(stripe.standIn.store.disputes).find((dispute) => dispute.charge === charge)?.id ?? '';

async function refund(charge: string, cents: number): Promise<boolean> {
  try {
    stripe.standIn.control.refund(charge, cents);
  } catch {
    return false;
  }
  await tell(db, 'charge.refunded', charge);
  await tell(db, 'charge.refunded', charge);
  return true;
}

async function spend(team: TestTeam): Promise<boolean> {
  const system = systemCtx(db, team.orgId);
  const { memberId } = team.member;
  const generationId = newId('generation');
  try {
    await db.transaction(async (inner) => {
      const inside = { ...system, db: inner as Db };
      await give({ ...team, admin: { ...team.admin, ctx: { ...team.admin.ctx, db: inner as Db } } }, SPEND);
      await holdCredits(inside, { generationId, memberId, amount: SPEND });
      await settleHold(inside, { generationId, amount: SPEND });
    });
    return true;
  } catch (error) {
    if (isAppError(error, 'insufficient_credits') || isAppError(error, 'conflict')) return false;
    throw error;
  }
}

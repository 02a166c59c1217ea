/**
 * Every order of partial refund, full refund, dispute opened, won, lost, and spending, up to five of them: 9,330 sequences, each
 * ending as the model says. They share their beginnings as a tree of savepoints; each step applies real facts to real tables.
 */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { organization } from '@/db/schema/auth';
import { payment } from '@/db/schema/billing';
import { selectRows } from '@/db/sql-rows';
import type { Db, OrgId } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { grantCredits } from '@/features/credits/grant';
import { holdCredits } from '@/features/credits/hold';
import { openAccounts } from '@/features/credits/open-accounts';
import { openWallet } from '@/features/credits/open-wallet';
import { purchaseCredits } from '@/features/credits/purchase';
import { settleHold } from '@/features/credits/settle';
import { webhookCtx } from '@/jobs/trusted-ctx';
import { isAppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../tests/support/database';
import { makeMember, systemCtx } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  NEWER_GRANT,
  next,
  OLDER_GRANT,
  OPERATIONS,
  type Operation,
  type Paid,
  refundedCents,
  SPEND,
  type State,
  start,
} from '../../../../tests/support/money-model';
import { NO_MONEY } from '../payments/payment-money';
import { settleRefunds } from '../refunds/settle-refunds';
import { settleDispute } from './settle-dispute';

const DEPTH = 5;
const PAID: Paid = { amountCents: 2_000, credits: 40 };
const NOW = new Date('2026-11-20T12:00:00Z');

type Subject = { orgId: OrgId; memberId: string; paymentId: string; name: string };

class RollBack extends Error {}

/** Runs `work` in a savepoint of `db` and undoes it. */
async function undone(db: Db, work: (db: Db) => Promise<void>): Promise<void> {
  try {
    await db.transaction(async (inner) => {
      await work(inner as Db);
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
}

/** A team whose only person is a plain member: nobody to tell, which other tests look at. */
async function makeSubject(db: Db): Promise<Subject> {
  const orgId = newId('organization') as OrgId;
  const name = orgId.slice(-10);
  await db.insert(organization).values({ id: orgId, name, slug: `team-${name}` });
  const { memberId } = await makeMember(db, orgId, 'member');
  const ctx = systemCtx(db, orgId);
  await openAccounts(ctx);
  await openWallet(ctx, { memberId });
  await grantCredits(ctx, { amount: OLDER_GRANT, idempotencyKey: 'older' });
  const paymentId = newId('payment');
  await db.insert(payment).values({
    id: paymentId,
    organizationId: orgId,
    label: 'Starter pack',
    stripePaymentId: `pi_${name}`,
    stripeChargeId: `ch_${name}`,
    amountCents: PAID.amountCents,
    currency: 'usd',
    credits: PAID.credits,
    paidAt: NOW,
  });
  await purchaseCredits(ctx, { amount: PAID.credits, paymentId });
  await grantCredits(ctx, { amount: NEWER_GRANT, idempotencyKey: 'newer' });
  return { orgId, memberId, paymentId, name };
}

/** What Stripe would say after this step, applied; spending through the ledger's own verbs. */
async function apply(db: Db, subject: Subject, operation: Operation, after: State): Promise<void> {
  const { name, orgId } = subject;
  const scope = { db, now: NOW, appUrl: 'http://localhost', ctxOf: () => webhookCtx(db, orgId, 'evt_1') };
  if (operation === 'spend') return spend(db, subject);
  if (operation === 'part' || operation === 'whole') {
    const outcome = await settleRefunds(scope, {
      id: `ch_${name}`,
      paymentId: `pi_${name}`,
      customer: null,
      createdAt: NOW,
      amount: PAID.amountCents,
      currency: 'usd',
      amountRefunded: refundedCents(after),
      refunds: after.refunds.map((amount, index) => ({
        id: `re_${name}_${index}`,
        amount,
        status: 'succeeded',
        hint: null,
        failure: null,
        createdAt: NOW,
      })),
      money: { ...NO_MONEY, chargeId: `ch_${name}` },
    });
    expect(outcome).toEqual({ status: 'applied' });
    return;
  }
  if (after.disputedCents === null) return;
  const outcome = await settleDispute(scope, {
    id: `dp_${name}`,
    chargeId: `ch_${name}`,
    paymentId: null,
    amount: after.disputedCents,
    currency: 'usd',
    state: operation === 'opened' ? 'open' : operation,
    feeCents: 0,
    feeReturnedCents: 0,
    reason: 'fraudulent',
    createdAt: NOW,
  });
  expect(outcome).toEqual({ status: 'applied' });
}

async function spend(db: Db, { orgId, memberId }: Subject): Promise<void> {
  const ctx = systemCtx(db, orgId);
  const generationId = newId('generation');
  try {
    await db.transaction(async (inner) => {
      const inside = { ...ctx, db: inner as Db };
      await allocateCredits(inside, { memberId, amount: SPEND, idempotencyKey: generationId });
      await holdCredits(inside, { generationId, memberId, amount: SPEND });
      await settleHold(inside, { generationId, amount: SPEND });
    });
  } catch (error) {
    if (!isAppError(error, 'insufficient_credits') && !isAppError(error, 'conflict')) throw error;
  }
}

async function observe(db: Db, { orgId, paymentId }: Subject) {
  const [row] = await selectRows<Record<string, unknown>>(
    db,
    sql`select
      (select b.posted::int from ledger_balance b join ledger_account a on a.id = b.account_id
        where a.organization_id = ${orgId} and a.kind = 'pool') as pool,
      (select -b.posted::int from ledger_balance b join ledger_account a on a.id = b.account_id
        where a.organization_id = ${orgId} and a.kind = 'debt') as owed,
      (select b.spent::int from ledger_balance b join ledger_account a on a.id = b.account_id
        where a.organization_id = ${orgId} and a.kind = 'wallet') as spent,
      (select refunded_cents from payment where id = ${paymentId}) as "refundedCents",
      (select coalesce(sum(credits), 0)::int from refund where payment_id = ${paymentId}) as refunded,
      (select status from dispute where payment_id = ${paymentId}) as dispute`,
  );
  return row;
}

function expected(state: State) {
  const { pool, owed, spent, refunded } = state;
  return {
    pool,
    owed,
    spent,
    refundedCents: refundedCents(state),
    refunded,
    dispute: state.dispute?.state ?? null,
  };
}

let visited = 0;

async function walk(db: Db, subject: Subject, state: State, path: Operation[]): Promise<void> {
  if (path.length === DEPTH) return;
  for (const operation of OPERATIONS) await step(db, subject, state, [...path, operation]);
}

async function step(db: Db, subject: Subject, state: State, path: Operation[]): Promise<void> {
  const operation = path.at(-1) ?? 'spend';
  await undone(db, async (db) => {
    visited += 1;
    const after = next(state, operation);
    await apply(db, subject, operation, after);
    expect(await observe(db, subject), path.join(' → ')).toEqual(expected(after));
    if (visited % 500 === 0) await expectLedgerClean(db, subject.orgId);
    await walk(db, subject, after, path);
  });
}

test('all 9,330 sequences end as the model says', async () => {
  const db = await testDatabase();
  await Promise.all(
    OPERATIONS.map(async (first) => {
      const subject = await makeSubject(db);
      await undone(db, (db) => step(db, subject, start(PAID), [first]));
    }),
  );
  expect(visited).toBe(9_330);
}, 300_000);

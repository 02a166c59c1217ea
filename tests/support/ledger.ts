/** Ledger rows that tests start from. */

import { and, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { payment, purchaseOrder } from '@/db/schema/billing';
import { teamEvent } from '@/db/schema/notifications';
import type { Db, OrgId } from '@/db/types';
import { BILLING_CHECKS } from '@/features/billing/reconcile/billing-checks';
import { allocateCredits } from '@/features/credits/allocate';
import { grantCredits } from '@/features/credits/grant';
import { holdCredits } from '@/features/credits/hold';
import { openAccounts } from '@/features/credits/open-accounts';
import { openWallet } from '@/features/credits/open-wallet';
import { getOverview } from '@/features/credits/queries';
import { verifyLedger } from '@/features/credits/verify-ledger';
import { newId } from '@/lib/ids';
import { makeTeam, systemCtx, type TestTeam } from './factories';

/** Opens the accounts of a team and the wallets of its three people, with `credits` in the pool. */
export async function openTeamLedger(team: TestTeam, credits = 0): Promise<void> {
  const ctx = systemCtx(team.owner.ctx.db, team.orgId);
  await openAccounts(ctx);
  for (const person of [team.owner, team.admin, team.member]) {
    await openWallet(ctx, { memberId: person.memberId });
  }
  if (credits > 0) await grantCredits(ctx, { amount: credits, idempotencyKey: newId('transfer') });
}

/** Fails with the differences unless the whole ledger of this database adds up. Call it in every test that moved credits. */
export async function expectLedgerClean(db: Db, orgId?: OrgId): Promise<void> {
  expect((await verifyLedger(db, orgId, BILLING_CHECKS)).differences).toEqual([]);
}

/** A paid order and its payment, as billing writes them; grant its credits with `purchaseCredits`. */
export async function recordPayment(
  db: Db,
  orgId: OrgId,
  memberId: string,
  credits: number,
): Promise<string> {
  const orderId = newId('order');
  const paymentId = newId('payment');
  await db.insert(purchaseOrder).values({
    id: orderId,
    organizationId: orgId,
    memberId,
    idempotencyKey: orderId,
    requestHash: orderId,
    pack: 'starter',
    credits,
    amountCents: 2_900,
    priceVersion: 'test',
    status: 'paid',
  });
  await db.insert(payment).values({
    id: paymentId,
    organizationId: orgId,
    orderId,
    stripePaymentId: `pi_${paymentId}`,
    amountCents: 2_900,
    currency: 'usd',
    credits,
    paidAt: new Date(),
  });
  return paymentId;
}

/** Two teams alike: 100 credits in the pool, 20 in the member's wallet. What a test of a verb needs around it. */
export async function twoTeams() {
  // Loaded here: benchmarks use this file outside of the test runner.
  const { testDatabase } = await import('./database');
  const db = await testDatabase();
  const team = await makeTeam(db);
  const other = await makeTeam(db);
  for (const each of [team, other]) {
    await openTeamLedger(each, 120);
    await give(each, 20);
  }

  /** Exactly `count` audit events of this action, and open pages were told. */
  async function expectTrace(action: string, subjectId: string, count = 1): Promise<void> {
    const audits = await db
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.action, action), eq(auditEvent.subjectId, subjectId)));
    expect(audits).toHaveLength(count);
    const events = await db
      .select()
      .from(teamEvent)
      .where(and(eq(teamEvent.organizationId, team.orgId), eq(teamEvent.type, 'balance.changed')));
    expect(events.length).toBeGreaterThan(0);
  }

  /** The attempt fails with `code`, and both teams' ledgers are provably unchanged. */
  async function expectRefused(attempt: () => Promise<unknown>, code: string): Promise<void> {
    const before = [await getOverview(team.admin.ctx), await getOverview(other.admin.ctx)];
    const { counts } = await verifyLedger(db);
    await expect(attempt()).rejects.toMatchObject({ code });
    expect([await getOverview(team.admin.ctx), await getOverview(other.admin.ctx)]).toEqual(before);
    const after = await verifyLedger(db);
    expect(after.counts).toEqual(counts);
    expect(after.differences).toEqual([]);
  }

  return { db, team, other, system: systemCtx(db, team.orgId), expectTrace, expectRefused };
}

export type TwoTeams = Awaited<ReturnType<typeof twoTeams>>;

/** A fresh idempotency key. */
export const key = () => newId('request');

export const give = (to: TestTeam, amount: number, idempotencyKey = key()) =>
  allocateCredits(to.admin.ctx, { memberId: to.member.memberId, amount, idempotencyKey });

/** Holds in the member's wallet for a new generation, whose id it answers. */
export async function hold(from: TestTeam, amount: number): Promise<string> {
  const generationId = newId('generation');
  await holdCredits(from.member.ctx, { generationId, memberId: from.member.memberId, amount });
  return generationId;
}

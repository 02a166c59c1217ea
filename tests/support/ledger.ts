/** Ledger rows that tests start from. */

import { expect } from 'vitest';
import { payment, purchaseOrder } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';
import { grantCredits } from '@/features/credits/grant';
import { openAccounts } from '@/features/credits/open-accounts';
import { openWallet } from '@/features/credits/open-wallet';
import { verifyLedger } from '@/features/credits/verify-ledger';
import { newId } from '@/lib/ids';
import { systemCtx, type TestTeam } from './factories';

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
  expect((await verifyLedger(db, orgId)).differences).toEqual([]);
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

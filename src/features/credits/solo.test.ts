/** A team of one: what comes in goes on to its wallet, and its pages say what it was. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { TeamCtx } from '@/auth/session';
import { organization, user } from '@/db/schema/auth';
import type { Db, OrgId } from '@/db/types';
import { newId } from '@/lib/ids';
import { textsIn } from '@/texts/catalogue';
import { testDatabase } from '../../../tests/support/database';
import { makeMember, systemCtx } from '../../../tests/support/factories';
import { expectLedgerClean, key, recordPayment } from '../../../tests/support/ledger';
import { chargeBack } from './charge-back';
import { grantCredits } from './grant';
import { holdCredits } from './hold';
import { loadMine } from './loaders';
import { openAccounts } from './open-accounts';
import { openWallet } from './open-wallet';
import { purchaseCredits } from './purchase';
import { getOverview } from './queries';
import { returnWallet } from './return-wallet';
import { reverseChargeBack } from './reverse-charge-back';
import { settleHold } from './settle';
import { listStatement } from './statement';
import { kindsOf } from './statement-rules';

type Alone = { db: Db; ctx: TeamCtx; system: ReturnType<typeof systemCtx>; memberId: string };

/** Signed up without an invitation: 3 free credits. */
async function alone(): Promise<Alone> {
  const db = await testDatabase();
  const orgId = newId('organization') as OrgId;
  const slug = `solo-${orgId.slice(-10)}`;
  await db.insert(organization).values({ id: orgId, name: 'Rosa', slug, kind: 'solo' });
  const { userId, memberId, email, actor } = await makeMember(db, orgId, 'owner');
  await db.update(user).set({ name: 'Rosa Lind' }).where(eq(user.id, userId));
  const system = systemCtx(db, orgId);
  await openAccounts(system);
  await openWallet(system, { memberId });
  await grantCredits(system, {
    amount: 3,
    idempotencyKey: `first-team:${userId}`,
    note: 'Free credits, first team',
  });
  const ctx: TeamCtx = {
    ...{ orgId, db, actor },
    team: { id: orgId, slug, name: 'Rosa', kind: 'solo' },
    user: { userId, name: 'Rosa Lind', email, sessionId: 'ses_test' },
  };
  return { db, ctx, system, memberId };
}

async function buy({ db, ctx, system, memberId }: Alone, credits: number): Promise<string> {
  const paymentId = await recordPayment(db, ctx.orgId, memberId, credits);
  await purchaseCredits(system, { paymentId, amount: credits });
  return paymentId;
}

async function spend({ system, memberId }: Alone, amount: number): Promise<void> {
  const generationId = newId('generation');
  await holdCredits(system, { generationId, memberId, amount });
  await settleHold(system, { generationId, amount });
}

async function statement({ ctx, memberId }: Alone, group?: 'in' | 'headshots' | 'disputes') {
  const { rows } = await listStatement(ctx, { kind: 'wallet', memberId }, { kinds: kindsOf(group, 'solo') });
  return rows.map(({ what, who, in: into, out, reference }) => [
    what,
    who,
    into ?? -(out ?? 0),
    reference?.id,
  ]);
}

test('a pack and free credits stand in the statement as what they are, and the filter finds them', async () => {
  const me = await alone();
  const { name } = me.ctx.user;
  const paymentId = await buy(me, 50);
  await grantCredits(me.system, { amount: 5, idempotencyKey: key(), note: 'A present' });
  await spend(me, 8);
  const came = [
    ['A present', 'headcraft', 5, undefined],
    ['Starter pack, $29', name, 50, paymentId],
    ['Free credits, first team', 'headcraft', 3, undefined],
  ];
  expect((await statement(me)).slice(1)).toEqual(came);
  expect(await statement(me, 'in')).toEqual(came);
  expect(await statement(me, 'headshots')).toHaveLength(1);
});

test('they stay what they are when others join, and what an admin gives is from the pool', async () => {
  const me = await alone();
  await buy(me, 50);
  await me.db.update(organization).set({ kind: 'team' }).where(eq(organization.id, me.ctx.orgId));
  const { rows } = await listStatement(me.ctx, { kind: 'wallet', memberId: me.memberId });
  expect(rows.map(({ what }) => what)).toEqual(['Starter pack, $29', 'Free credits, first team']);
});

test('what is paid for arrives when the wallet was closed, too: in the pool', async () => {
  const me = await alone();
  await returnWallet(me.system, { memberId: me.memberId });
  await buy(me, 50);
  expect(await getOverview(me.ctx)).toMatchObject({ pool: 53, wallets: 0 });
  await expectLedgerClean(me.db, me.ctx.orgId);
});

test('what is owed stands on the page, and the statement says what a purchase repaid', async () => {
  const me = await alone();
  const disputed = await buy(me, 20);
  await spend(me, 23);
  expect((await loadMine(me.ctx, textsIn('en'))).owed).toBe(0);
  const disputeId = newId('dispute');
  await chargeBack(me.system, { paymentId: disputed, disputeId, credits: 20 });
  expect(await loadMine(me.ctx, textsIn('en'))).toMatchObject({ owed: 20, solo: true, mayBuy: true });
  const paymentId = await buy(me, 50);
  expect((await loadMine(me.ctx, textsIn('en'))).owed).toBe(0);
  const [came] = await statement(me, 'in');
  const what = 'Starter pack, $29; 20 repaid what was owed';
  expect(came).toEqual([what, me.ctx.user.name, 30, paymentId]);
  await reverseChargeBack(me.system, { disputeId });
  expect(await statement(me, 'disputes')).toEqual([
    ['Returned after a won dispute: Starter pack', me.ctx.user.name, 20, paymentId],
  ]);
  await expectLedgerClean(me.db, me.ctx.orgId);
});

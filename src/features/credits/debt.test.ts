/** What an organization owes after a chargeback: it blocks new holds, and the next purchase repays it first. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { expectLedgerClean, hold, recordPayment, twoTeams } from '../../../tests/support/ledger';
import { purchaseCredits } from './purchase';
import { getOverview } from './queries';
import { listStatement } from './statement';

test('debt blocks holds until a purchase has repaid it', async () => {
  const { db, team, other, system, expectRefused } = await twoTeams();
  const meta = JSON.stringify({ key: 'chargeback:1', hash: 'h', actor: 'system:test' });
  await db.execute(sql`
    select ledger_move(${team.orgId}, ${meta}::jsonb, 'chargeback',
      ledger_account_of(${team.orgId}, 'debt'), ledger_account_of(${team.orgId}, 'refunded'), 30)`);
  expect(await getOverview(team.admin.ctx)).toMatchObject({ owed: 30, refunded: 30, pool: 100, issued: 120 });
  await expectLedgerClean(db);
  await expectRefused(() => hold(team, 1), 'conflict');
  await hold(other, 1);

  const small = await recordPayment(db, team.orgId, team.admin.memberId, 10);
  await purchaseCredits(system, { amount: 10, paymentId: small });
  expect(await getOverview(team.admin.ctx)).toMatchObject({ owed: 20, pool: 100 });
  await expectRefused(() => hold(team, 1), 'conflict');

  const pack = await recordPayment(db, team.orgId, team.admin.memberId, 50);
  await purchaseCredits(system, { amount: 50, paymentId: pack });
  expect(await getOverview(team.admin.ctx)).toMatchObject({ owed: 0, pool: 130, issued: 180 });
  await hold(team, 1);
  const { rows } = await listStatement(team.admin.ctx, { kind: 'pool' });
  expect(rows[0]).toMatchObject({ what: 'Repaid after a disputed payment', out: 20, balance: 130 });
  await expectLedgerClean(db);
});

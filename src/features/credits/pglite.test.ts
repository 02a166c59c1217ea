/** The embedded database runs the same functions; one connection, so nothing about races is shown here. */
import { afterAll, expect, test } from 'vitest';
import { connectPglite } from '@/adapters/database/pglite';
import { makeTeam, systemCtx } from '../../../tests/support/factories';
import { expectLedgerClean, give, hold, key, openTeamLedger } from '../../../tests/support/ledger';
import { keepPromise } from './keep-promise';
import { promiseCredits } from './promise';
import { findMyWallet, getOverview, listWallets } from './queries';
import { refundToWallet } from './refund';
import { returnWallet } from './return-wallet';
import { settleHold } from './settle';
import { listStatement } from './statement';

const connection = await connectPglite();
afterAll(() => connection.close());

test('a team’s credits from grant to statement on PGlite', async () => {
  await connection.migrate();
  const team = await makeTeam(connection.db);
  const system = systemCtx(connection.db, team.orgId);
  await openTeamLedger(team, 100);
  const once = key();
  await give(team, 30, once);
  expect(await give(team, 30, once)).toMatchObject({ replayed: true });
  await expect(give(team, 29, once)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  await expect(give(team, 71)).rejects.toMatchObject({ code: 'insufficient_credits' });
  const generationId = await hold(team, 10);
  await expect(hold(team, 21)).rejects.toMatchObject({ code: 'insufficient_credits' });
  await settleHold(system, { generationId, amount: 6 });
  await expect(settleHold(system, { generationId, amount: 7 })).rejects.toMatchObject({ code: 'conflict' });
  await refundToWallet(system, { generationId, amount: 1, idempotencyKey: key() });
  await promiseCredits(team.admin.ctx, { invitationId: 'inv_1', amount: 5 });
  await keepPromise(system, { invitationId: 'inv_1', memberId: team.owner.memberId });
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 25, held: 0, free: 25, used: 5 });
  await hold(team, 2);
  await returnWallet(team.admin.ctx, { memberId: team.member.memberId });
  expect(await getOverview(team.admin.ctx)).toMatchObject({
    issued: 100,
    pool: 88,
    wallets: 7,
    held: 2,
    used: 5,
  });
  expect((await listWallets(team.admin.ctx)).rows).toHaveLength(3);
  const { rows } = await listStatement(team.admin.ctx, { kind: 'pool' });
  expect(rows.map((row) => row.balance)).toEqual([88, 65, 70, 100]);
  await expectLedgerClean(connection.db);
}, 60_000);

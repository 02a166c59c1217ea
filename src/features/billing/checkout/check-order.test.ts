import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../../tests/support/database';
import type { TestTeam } from '../../../../tests/support/factories';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  APP_URL,
  buy,
  CARD,
  DECLINED,
  makePayingTeam,
  orderRow,
  poolOf,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { checkOrder } from './check-order';

withStripe();

const options = { now: new Date(), appUrl: APP_URL };
let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  // Nothing in this file arrives by webhook.
  stripe.reachable = false;
});
beforeEach(async () => {
  team = await makePayingTeam();
});

test('the page where the buyer comes back settles the order without any webhook', async () => {
  const { orderId, sessionId } = await buy(team.admin);
  stripe.standIn.page.pay(sessionId, CARD);
  await Promise.all([1, 2, 3].map(() => checkOrder(team.admin.ctx, { orderId }, options)));
  expect((await orderRow(db, orderId)).status).toBe('paid');
  expect(await poolOf(team)).toBe(50);
  await expectLedgerClean(db, team.orgId);
});

test('an open or declined order stays without credits', async () => {
  const { orderId, sessionId } = await buy(team.admin);
  expect(await checkOrder(team.admin.ctx, { orderId }, options)).toEqual({ pageOpen: true });
  expect((await orderRow(db, orderId)).status).toBe('pending');
  stripe.standIn.page.pay(sessionId, DECLINED);
  await checkOrder(team.admin.ctx, { orderId }, options);
  expect((await orderRow(db, orderId)).status).toBe('failed');
  expect(await poolOf(team)).toBe(0);
});

test('a member may not; another team’s order is not found and stays as it is', async () => {
  const other = await makePayingTeam();
  const { orderId, sessionId } = await buy(team.owner);
  stripe.standIn.page.pay(sessionId, CARD);
  await expect(checkOrder(team.member.ctx, { orderId }, options)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(checkOrder(other.owner.ctx, { orderId }, options)).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await orderRow(db, orderId)).status).toBe('pending');
});

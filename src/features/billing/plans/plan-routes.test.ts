/** Plans over HTTP: one of three things is bought, by whom may, at the server's price. */
import { beforeAll, expect, test } from 'vitest';
import { POST as checkout } from '@/app/api/stripe/create-checkout/route';
import { POST as cancel } from '@/app/api/teams/[teamId]/subscription/cancel/route';
import { POST as change } from '@/app/api/teams/[teamId]/subscription/change/route';
import { POST as portal } from '@/app/api/teams/[teamId]/subscription/portal/route';
import { GET as read } from '@/app/api/teams/[teamId]/subscription/route';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../../tests/support/database';
import type { TestMember, TestTeam } from '../../../../tests/support/factories';
import {
  APP_URL,
  CARD,
  makePayingTeam,
  orderRow,
  stripe,
  withStripe,
} from '../../../../tests/support/payments';
import { settle } from '../../../../tests/support/plans';
import { signIn } from '../../../../tests/support/signed-in';

withStripe();

let db: Db;
let team: TestTeam;
beforeAll(async () => {
  db = await testDatabase();
  team = await makePayingTeam();
});

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function call(handle: Handler, person: TestMember, body?: unknown): Promise<Response> {
  const { cookie } = await signIn(person.userId);
  const request = new Request(`${APP_URL}/api/test`, {
    headers: { cookie, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return handle(request, { params: Promise.resolve({ teamId: team.orgId }) });
}

test('exactly one thing is bought, and no price of the client', async () => {
  const bodies = [
    { plan: 'plus', pack: 'starter' },
    { plan: 'plus', credits: 200 },
    { plan: 'plus', amountCents: 1 },
    { plan: 'free' },
    { plan: 1 },
    {},
  ];
  for (const body of bodies) {
    const answer = await call(checkout, team.admin, { teamId: team.orgId, ...body });
    expect([body, answer.status]).toEqual([body, 422]);
  }
  const member = await call(checkout, team.member, { teamId: team.orgId, plan: 'plus' });
  expect(member.status).toBe(403);
});

test('bought, read, changed and cancelled', async () => {
  const bought = await call(checkout, team.admin, { teamId: team.orgId, plan: 'plus' });
  const { orderId, url } = (await bought.json()) as { orderId: string; url: string };
  expect(await orderRow(db, orderId)).toMatchObject({
    kind: 'plan',
    pack: 'plus',
    amountCents: 999,
    credits: 20,
  });
  stripe.standIn.page.pay(url.split('/').at(-1) ?? '', CARD);
  await settle(db);
  expect(await (await call(read, team.admin)).json()).toMatchObject({
    tier: 'plus',
    why: 'plan',
    plan: { id: 'plus', status: 'active', graceUntil: null, amountCents: 999 },
  });
  const again = await call(checkout, team.owner, { teamId: team.orgId, plan: 'pro' });
  expect(again.status).toBe(409);
  const priced = await call(change, team.admin, { plan: 'pro', amountCents: 1 });
  expect(priced.status).toBe(422);
  const raised = await call(change, team.admin, { plan: 'pro' });
  expect(await raised.json()).toMatchObject({ tier: 'pro', plan: { id: 'pro' } });
  const cancelled = await call(cancel, team.admin, {});
  expect(await cancelled.json()).toMatchObject({ tier: 'pro', plan: { cancelAtPeriodEnd: true } });
  const opened = await call(portal, team.admin, { flow: 'update-card' });
  expect(await opened.json()).toMatchObject({ url: expect.stringContaining('/dev/portal/') });
});

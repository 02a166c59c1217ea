/** The credits API through its route handlers, with real sessions. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as allocate } from '@/app/api/teams/[teamId]/credits/allocate/route';
import { GET as overview } from '@/app/api/teams/[teamId]/credits/overview/route';
import { POST as reassign } from '@/app/api/teams/[teamId]/credits/reassign/route';
import { GET as statement } from '@/app/api/teams/[teamId]/credits/statement/route';
import { expectLedgerClean, key, type TwoTeams, twoTeams } from '../../../tests/support/ledger';
import { pointAtTestDatabase, signIn } from '../../../tests/support/signed-in';

type Handler = typeof overview;
type Cookie = { cookie: string };

let { db, team, other } = {} as TwoTeams;
let as: Record<'admin' | 'member' | 'stranger', Cookie>;

beforeAll(pointAtTestDatabase);
beforeEach(async () => {
  ({ db, team, other } = await twoTeams());
  as = {
    admin: await signIn(team.admin.userId),
    member: await signIn(team.member.userId),
    stranger: await signIn(other.owner.userId),
  };
});

function call(
  handler: Handler,
  who: Cookie | null,
  init: RequestInit & { query?: string } = {},
): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/teams/x/credits${init.query ?? ''}`, {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers, ...who },
  });
  return handler(request, { params: Promise.resolve({ teamId: team.slug }) });
}

const post = (handler: Handler, who: Cookie | null, body: unknown, idempotencyKey?: string) =>
  call(handler, who, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
  });

const ROUTES: [string, (who: Cookie | null) => Promise<Response>, memberStatus: number][] = [
  ['overview', (who) => call(overview, who), 403],
  ['allocate', (who) => post(allocate, who, { memberId: team.member.memberId, amount: 1 }), 403],
  [
    'reassign',
    (who) => post(reassign, who, { fromMemberId: team.member.memberId, to: 'pool', amount: 1 }),
    403,
  ],
  ['statement', (who) => call(statement, who), 200],
  ['pool statement', (who) => call(statement, who, { query: '?account=pool' }), 403],
  ['pool statement as CSV', (who) => call(statement, who, { query: '?account=pool&format=csv' }), 403],
];

test.each(ROUTES)(
  '%s: an admin may, others as their role says, strangers see nothing',
  async (_name, run, memberStatus) => {
    expect((await run(as.admin)).status).toBe(200);
    expect((await run(as.member)).status).toBe(memberStatus);
    expect((await run(as.stranger)).status).toBe(404);
    expect((await run(null)).status).toBe(401);
  },
);

test('overview tells balances, wallets and promises', async () => {
  const body = await (await call(overview, as.admin, { query: '?limit=2' })).json();
  expect(body.balances).toMatchObject({ pool: 100, wallets: 20, held: 0, promised: 0, used: 0, issued: 120 });
  expect(body.wallets.rows).toHaveLength(2);
  expect(body.wallets.total).toBe(3);
  const next = await (
    await call(overview, as.admin, { query: `?limit=2&cursor=${body.wallets.nextCursor}` })
  ).json();
  expect(next.wallets.rows).toHaveLength(1);
});

describe('allocate', () => {
  test('the same Idempotency-Key answers the first result, another body 409', async () => {
    const body = { memberId: team.member.memberId, amount: 7 };
    const once = key();
    const first = await (await post(allocate, as.admin, body, once)).json();
    expect(await (await post(allocate, as.admin, body, once)).json()).toEqual({ ...first, replayed: true });
    expect((await post(allocate, as.admin, { ...body, amount: 8 }, once)).status).toBe(409);
    await expectLedgerClean(db);
  });

  test.each([
    ['402 more than the pool', { amount: 101 }, 402],
    ['422 zero', { amount: 0 }, 422],
    ['422 a fraction', { amount: 1.5 }, 422],
    ['422 text', { amount: '5' }, 422],
    ['422 huge', { amount: 1e9 }, 422],
    ['422 missing', {}, 422],
    ['422 a price from the client', { amount: 1, cost: 0 }, 422],
    ['404 another team’s member', { amount: 1, memberId: 'other' }, 404],
  ])('%s', async (_name, change, status) => {
    const body = { memberId: team.member.memberId, ...change };
    if (body.memberId === 'other') body.memberId = other.member.memberId;
    const response = await post(allocate, as.admin, body);
    expect(response.status).toBe(status);
    expect((await response.json()).error).toMatchObject({
      code: expect.any(String),
      message: expect.any(String),
    });
    await expectLedgerClean(db);
  });

  test('400 what is not JSON', async () => {
    expect((await call(allocate, as.admin, { method: 'POST', body: '{' })).status).toBe(400);
  });
});

test('reassign moves to a person or back to the pool', async () => {
  const fromMemberId = team.member.memberId;
  const to = { memberId: team.owner.memberId };
  expect(await (await post(reassign, as.admin, { fromMemberId, to, amount: 5 })).json()).toMatchObject({
    fromBalance: 15,
    toBalance: 5,
  });
  expect(
    await (await post(reassign, as.admin, { fromMemberId, to: 'pool', amount: 5 })).json(),
  ).toMatchObject({
    fromBalance: 10,
    toBalance: 105,
  });
  const foreign = { memberId: other.member.memberId };
  expect((await post(reassign, as.admin, { fromMemberId, to: foreign, amount: 1 })).status).toBe(404);
  await expectLedgerClean(db);
});

test('a statement as JSON and CSV; a member reads their own only', async () => {
  const mine = await (await call(statement, as.member)).json();
  expect(mine.rows).toMatchObject([{ what: 'From the team pool', in: 20, out: null, balance: 20 }]);
  const colleague = `?member=${team.owner.memberId}`;
  expect((await call(statement, as.member, { query: colleague })).status).toBe(403);
  expect((await call(statement, as.admin, { query: colleague })).status).toBe(200);
  const csv = await call(statement, as.admin, { query: '?account=pool&format=csv' });
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = (await csv.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(',,20,100,');
  const headers = { 'accept-language': 'de' };
  const german = await call(statement, as.admin, { query: '?account=pool&format=csv', headers });
  expect(await german.text()).toMatch(/^Datum \(UTC\),Was,Wer,.* zugeteilt,/s);
});

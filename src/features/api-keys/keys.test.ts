import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { apiKey } from '@/db/schema/api-keys';
import { auditEvent } from '@/db/schema/audit';
import { rateLimit } from '@/db/schema/limits';
import type { Db } from '@/db/types';
import { listStatement } from '@/features/credits/statement';
import { requirePermission } from '@/lib/actor';
import { sha256Hex } from '@/lib/hash';
import { DAY, MINUTE } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { openTeamLedger } from '../../../tests/support/ledger';
import { pointAtTestDatabase } from '../../../tests/support/signed-in';
import { acceptKey } from './accept-key';
import { makeOrganizationKey } from './make-organization-key';
import { makeToken } from './make-token';
import { listOrganizationKeys, listTokens } from './queries';
import { revokeOrganizationKey } from './revoke-organization-key';
import { revokeToken } from './revoke-token';
import { MOST_KEYS } from './rules';

let db: Db;
let team: TestTeam;
let other: TestTeam;
let allocate: typeof import('@/app/api/teams/[teamId]/credits/allocate/route').POST;
let invite: typeof import('@/app/api/teams/[teamId]/invitations/route').POST;
let deliberate = 0;

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
  team = await makeTeam(db);
  other = await makeTeam(db);
  await openTeamLedger(team, 50);
  await openTeamLedger(other, 5);
  ({ POST: allocate } = await import('@/app/api/teams/[teamId]/credits/allocate/route'));
  ({ POST: invite } = await import('@/app/api/teams/[teamId]/invitations/route'));
});

const PAYROLL = { name: 'Payroll', scopes: ['credits:read', 'credits:write', 'members:write'] as const };
const payroll = () => ({ ...PAYROLL, scopes: [...PAYROLL.scopes] });

async function send(
  handler: typeof allocate,
  secret: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  deliberate += 1;
  const request = new Request('http://localhost:3000/api', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'idempotency-key': `k${deliberate}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return handler(request, { params: Promise.resolve({ teamId: team.slug }) });
}

async function lastAudit(action: string) {
  const [row] = await db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.action, action))
    .orderBy(desc(auditEvent.createdAt), desc(auditEvent.id))
    .limit(1);
  return row;
}

test('an admin makes a key: shown once, kept as a hash, audited without its secret', async () => {
  const { id, secret } = await makeOrganizationKey(team.admin.ctx, payroll());
  expect(secret).toMatch(/^hc_live_[\w-]{43}$/);
  const [row] = await db.select().from(apiKey).where(eq(apiKey.id, id));
  expect(row).toMatchObject({ hash: sha256Hex(secret), start: secret.slice(0, 12), lastUsedAt: null });
  expect(JSON.stringify(row)).not.toContain(secret);
  const audit = await lastAudit('api_keys.make');
  expect(audit).toMatchObject({
    subjectId: id,
    actor: `member:${team.admin.memberId}`,
    data: { name: 'Payroll' },
  });
  expect(JSON.stringify(audit)).not.toContain(secret);
  expect(JSON.stringify(await listOrganizationKeys(team.admin.ctx, {}))).not.toContain(row?.hash);
});

test('a member makes none, sees none and revokes none; another team’s key is not there', async () => {
  const { id } = await makeOrganizationKey(team.admin.ctx, payroll());
  await expect(makeOrganizationKey(team.member.ctx, payroll())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listOrganizationKeys(team.member.ctx, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(revokeOrganizationKey(team.member.ctx, { keyId: id })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(revokeOrganizationKey(other.owner.ctx, { keyId: id })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await listOrganizationKeys(other.owner.ctx, {})).keys).toEqual([]);
  await revokeOrganizationKey(team.owner.ctx, { keyId: id });
  await revokeOrganizationKey(team.owner.ctx, { keyId: id });
  expect(await lastAudit('api_keys.revoke')).toMatchObject({
    subjectId: id,
    actor: `member:${team.owner.memberId}`,
  });
});

test('no organization’s key has a scope of a person', async () => {
  for (const scope of ['photos:read', 'headshots:read', 'headshots:write', 'billing:write', 'notices:read'])
    await expect(
      makeOrganizationKey(team.admin.ctx, { name: 'x', scopes: [scope as 'credits:read'] }),
    ).rejects.toMatchObject({ issues: [{ path: ['scopes', 0] }] });
});

test('what a key does is its own in audit and statement, and needs no page of ours', async () => {
  const { id, secret } = await makeOrganizationKey(team.admin.ctx, payroll());
  const body = { memberId: team.member.memberId, amount: 3 };
  const answer = await send(allocate, secret, body, { origin: 'https://payroll.example' });
  expect(answer.status).toBe(200);
  expect(await lastAudit('credits.allocate')).toMatchObject({ actor: `key:${id}` });
  const [line] = (await listStatement(team.admin.ctx, { kind: 'pool' }, {})).rows;
  expect(line).toMatchObject({ who: 'API key Payroll', out: 3 });
  const invited = await send(invite, secret, { emails: ['by-key@example.test'] });
  expect(invited.status).toBe(201);
  const asAdmin = await send(invite, secret, { emails: ['boss@example.test'], role: 'admin' });
  expect(asAdmin.status).toBe(403);
});

test('a personal token acts as its member, who leaves its id in the audit', async () => {
  const mine = { db, userId: team.admin.userId };
  const { id, secret } = await makeToken(mine, { name: 'Laptop', scopes: ['credits:write'] });
  expect(secret).toMatch(/^hc_me_/);
  const answer = await send(allocate, secret, { memberId: team.member.memberId, amount: 1 });
  expect(answer.status).toBe(200);
  expect(await lastAudit('credits.allocate')).toMatchObject({
    actor: `member:${team.admin.memberId}`,
    data: { key: id },
  });
  expect(await lastAudit('tokens.make')).toMatchObject({ subjectId: id, organizationId: team.orgId });
  await expect(revokeToken({ db, userId: team.owner.userId }, { keyId: id })).rejects.toMatchObject({
    code: 'not_found',
  });
  await revokeToken(mine, { keyId: id });
  expect((await send(allocate, secret, { memberId: team.member.memberId, amount: 1 })).status).toBe(401);
  expect(await lastAudit('tokens.revoke')).toMatchObject({ subjectId: id });
});

test('a key stays within its scopes and its team', async () => {
  const body = { memberId: team.member.memberId, amount: 1 };
  const mine = { db, userId: team.admin.userId };
  const reading = await makeToken(mine, { name: 'Reader', scopes: ['credits:read'] });
  expect((await send(allocate, reading.secret, body)).status).toBe(403);
  const books = await makeOrganizationKey(team.admin.ctx, { name: 'Books', scopes: ['credits:read'] });
  expect((await send(allocate, books.secret, body)).status).toBe(403);
  const theirs = await makeOrganizationKey(other.owner.ctx, payroll());
  // It would have worked in its own team; in another one's path there is nothing for it.
  const theirBody = { memberId: other.member.memberId, amount: 1 };
  expect((await send(allocate, theirs.secret, theirBody)).status).toBe(404);
  const booksActor = {
    kind: 'key',
    keyId: 'key_x',
    madeBy: team.admin.userId,
    scopes: ['credits:read'],
  } as const;
  expect(() => requirePermission(booksActor, 'credits:allocate')).toThrow('lacks the scope');
  expect(() => requirePermission(booksActor, 'generation:own')).toThrow('personal token');
});

test('a key ends with its day, and says when it was last used', async () => {
  const now = new Date();
  const { id, secret } = await makeOrganizationKey(team.admin.ctx, { ...payroll(), days: 1 }, now);
  await acceptKey(db, secret, now);
  await acceptKey(db, secret, new Date(now.getTime() + MINUTE / 2));
  const seen = async () =>
    (await listOrganizationKeys(team.admin.ctx, {}, now)).keys.find((key) => key.id === id);
  expect((await seen())?.lastUsedAt).toBe(now.toISOString());
  const later = new Date(now.getTime() + 2 * MINUTE);
  await acceptKey(db, secret, later);
  expect((await seen())?.lastUsedAt).toBe(later.toISOString());
  await expect(acceptKey(db, secret, new Date(now.getTime() + DAY))).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});

test('requests are counted by key', async () => {
  const { id, secret } = await makeOrganizationKey(team.admin.ctx, payroll());
  const body = { memberId: team.member.memberId, amount: 1 };
  expect((await send(allocate, secret, body)).status).toBe(200);
  await db
    .update(rateLimit)
    .set({ points: 10_000 })
    .where(eq(rateLimit.key, `key:${id}`));
  const answer = await send(allocate, secret, body);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a person has so many tokens and no more, page by page', async () => {
  const mine = { db, userId: team.member.userId };
  const make = () => makeToken(mine, { name: 'One of many', scopes: ['team:read'] });
  for (let n = 0; n < MOST_KEYS; n += 1) await make();
  await expect(make()).rejects.toMatchObject({ code: 'conflict' });
  const first = await listTokens(mine, { limit: 20 });
  const second = await listTokens(mine, { limit: 20, cursor: first.nextCursor ?? '' });
  expect(new Set([...first.keys, ...second.keys].map(({ id }) => id)).size).toBe(MOST_KEYS);
  expect(second.nextCursor).toBeNull();
});

import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { inviteMembers } from '@/features/organizations/invite-members';
import { browser, startAuthApp } from '../../tests/support/auth-app';
import { testDatabase } from '../../tests/support/database';
import { makeTeam, type TestTeam } from '../../tests/support/factories';
import { openTeamLedger } from '../../tests/support/ledger';

let db: Db;
let team: TestTeam;
let view: typeof import('@/app/api/invitations/[token]/route');
let accept: typeof import('@/app/api/invitations/[token]/accept/route');
let teams: typeof import('@/app/api/teams/route');

beforeAll(async () => {
  await startAuthApp();
  db = await testDatabase();
  team = await makeTeam(db);
  await openTeamLedger(team, 20);
  view = await import('@/app/api/invitations/[token]/route');
  accept = await import('@/app/api/invitations/[token]/accept/route');
  teams = await import('@/app/api/teams/route');
});

async function invite(email: string): Promise<string> {
  await inviteMembers(team.admin.ctx, { emails: [email], credits: 5 });
  const [row] = await db.select().from(mail).where(eq(mail.recipient, email)).orderBy(desc(mail.id)).limit(1);
  const token = /\/invitations\/([\w-]{43})"/.exec(row?.html ?? '')?.[1];
  if (!token) throw new Error('no invitation mail');
  return token;
}

test('opening the link and pressing accept joins and signs in, without a password', async () => {
  const token = await invite('jonas@example.test');
  const phone = browser();
  const params = { token };
  const seen = await phone.send(view.GET, 'GET', `/api/invitations/${token}`, { params });
  expect(await seen.json()).toMatchObject({ status: 'pending', email: 'jonas@example.test', credits: 5 });
  expect((await phone.send(teams.GET, 'GET', '/api/teams')).status).toBe(401);
  const body = { name: 'Jonas' };
  const joined = await phone.send(accept.POST, 'POST', `/api/invitations/${token}/accept`, { params, body });
  expect(joined.status).toBe(201);
  expect(await joined.json()).toMatchObject({ slug: team.slug, teamId: team.orgId });
  const mine = await phone.send(teams.GET, 'GET', '/api/teams');
  expect(await mine.json()).toMatchObject({ teams: [{ slug: team.slug, role: 'member' }] });
  const thief = browser();
  const again = await thief.send(accept.POST, 'POST', `/api/invitations/${token}/accept`, { params, body });
  expect(again.status).toBe(410);
  expect((await thief.send(teams.GET, 'GET', '/api/teams')).status).toBe(401);
});

test('somebody signed in as another person cannot use it, and it stays usable', async () => {
  const other = browser();
  const first = await invite('other@example.test');
  await other.send(accept.POST, 'POST', '/', { params: { token: first }, body: { name: 'Other' } });
  const token = await invite('elif@example.test');
  const refused = await other.send(accept.POST, 'POST', '/', { params: { token }, body: {} });
  expect(refused.status).toBe(403);
  const elif = await browser().send(accept.POST, 'POST', '/', { params: { token }, body: { name: 'Elif' } });
  expect(elif.status).toBe(201);
});

test("an address with an account signs in first; another site's page cannot accept", async () => {
  const token = await invite('returning@example.test');
  const forged = await browser().send(accept.POST, 'POST', '/', {
    params: { token },
    body: { name: 'X' },
    headers: { origin: 'https://evil.example' },
  });
  expect(forged.status).toBe(403);
  const phone = browser();
  await phone.send(accept.POST, 'POST', '/', { params: { token }, body: { name: 'Returning' } });
  const elsewhere = await makeTeam(db);
  await openTeamLedger(elsewhere, 0);
  const back = await inviteMembers(elsewhere.owner.ctx, { emails: ['returning@example.test'] });
  expect(back).toHaveLength(1);
  const [row] = await db
    .select()
    .from(mail)
    .where(eq(mail.recipient, 'returning@example.test'))
    .orderBy(desc(mail.id))
    .limit(1);
  const second = /\/invitations\/([\w-]{43})"/.exec(row?.html ?? '')?.[1] ?? '';
  const stranger = await browser().send(accept.POST, 'POST', '/', {
    params: { token: second },
    body: { name: 'X' },
  });
  expect(stranger.status).toBe(401);
  const known = await phone.send(accept.POST, 'POST', '/', { params: { token: second }, body: {} });
  expect(known.status).toBe(201);
});

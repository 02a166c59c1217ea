/** The team's people over HTTP: who may, whose, and what comes back. */
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { user } from '@/db/schema/auth';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { type Browser, browser, startAuthApp } from '../../../tests/support/auth-app';
import { testDatabase } from '../../../tests/support/database';

let db: Db;
let authRoute: typeof import('@/app/api/auth/[...all]/route');
let teams: typeof import('@/app/api/teams/route');
let members: typeof import('@/app/api/teams/[teamId]/members/route');
let oneMember: typeof import('@/app/api/teams/[teamId]/members/[id]/route');
let me: typeof import('@/app/api/teams/[teamId]/members/me/route');
let invitations: typeof import('@/app/api/teams/[teamId]/invitations/route');
let oneInvitation: typeof import('@/app/api/teams/[teamId]/invitations/[id]/route');
let resend: typeof import('@/app/api/teams/[teamId]/invitations/[id]/resend/route');
let accept: typeof import('@/app/api/invitations/[token]/accept/route');

beforeAll(async () => {
  await startAuthApp();
  db = await testDatabase();
  authRoute = await import('@/app/api/auth/[...all]/route');
  teams = await import('@/app/api/teams/route');
  members = await import('@/app/api/teams/[teamId]/members/route');
  oneMember = await import('@/app/api/teams/[teamId]/members/[id]/route');
  me = await import('@/app/api/teams/[teamId]/members/me/route');
  invitations = await import('@/app/api/teams/[teamId]/invitations/route');
  oneInvitation = await import('@/app/api/teams/[teamId]/invitations/[id]/route');
  resend = await import('@/app/api/teams/[teamId]/invitations/[id]/resend/route');
  accept = await import('@/app/api/invitations/[token]/accept/route');
});

let counter = 0;

/** A signed-in browser with an account of its own. */
async function somebody(): Promise<Browser & { email: string }> {
  const email = `route-${++counter}@example.test`;
  const person = browser();
  const credentials = { name: 'Person', email, password: 'correct horse 1' };
  await person.send(authRoute.POST, 'POST', '/api/auth/sign-up/email', { body: credentials });
  await db.update(user).set({ emailVerified: true }).where(eq(user.email, email));
  await person.send(authRoute.POST, 'POST', '/api/auth/sign-in/email', { body: credentials });
  return { ...person, email };
}

async function owned(kind: 'team' | 'solo' = 'team') {
  const owner = await somebody();
  const made = await owner.send(teams.POST, 'POST', '/api/teams', { body: { name: 'Route team', kind } });
  expect(made.status).toBe(201);
  const { id, slug } = await made.json();
  return { owner, id: id as string, slug: slug as string };
}

async function joined(owner: Browser, teamId: string) {
  const email = `guest-${++counter}@example.test`;
  const sent = await owner.send(invitations.POST, 'POST', '/', {
    params: { teamId },
    body: { emails: [email] },
  });
  expect(sent.status).toBe(201);
  const [row] = await db.select().from(mail).where(eq(mail.recipient, email));
  const token = /\/invitations\/([\w-]{43})"/.exec(row?.html ?? '')?.[1] ?? '';
  const guest = browser();
  const answer = await guest.send(accept.POST, 'POST', '/', { params: { token }, body: { name: 'Guest' } });
  return { guest, memberId: (await answer.json()).memberId as string };
}

test('the id and the slug of a team both open it, for its people only', async () => {
  const { owner, id, slug } = await owned();
  for (const teamId of [id, slug]) {
    const answer = await owner.send(members.GET, 'GET', '/', { params: { teamId } });
    expect(await answer.json()).toMatchObject({ members: [{ role: 'owner' }], nextCursor: null });
  }
  const stranger = await somebody();
  expect((await stranger.send(members.GET, 'GET', '/', { params: { teamId: id } })).status).toBe(404);
  expect((await browser().send(members.GET, 'GET', '/', { params: { teamId: id } })).status).toBe(401);
});

test('members see neither list and change nobody', async () => {
  const { owner, id } = await owned();
  const { guest, memberId } = await joined(owner, id);
  const params = { teamId: id, id: memberId };
  expect((await guest.send(members.GET, 'GET', '/', { params })).status).toBe(403);
  expect((await guest.send(invitations.GET, 'GET', '/', { params })).status).toBe(403);
  const body = { emails: ['x@example.test'] };
  expect((await guest.send(invitations.POST, 'POST', '/', { params, body })).status).toBe(403);
  expect((await guest.send(oneMember.PATCH, 'PATCH', '/', { params, body: { role: 'owner' } })).status).toBe(
    403,
  );
  expect((await guest.send(oneMember.DELETE, 'DELETE', '/', { params })).status).toBe(403);
});

test('inviting, sending again, withdrawing; more than the pool is 402, bad rows are 422', async () => {
  const { owner, id } = await owned();
  const params = { teamId: id };
  const body = { emails: ['one@example.test', 'two@example.test'], credits: 2 };
  const poor = await owner.send(invitations.POST, 'POST', '/', { params, body });
  expect(poor.status).toBe(402);
  expect(await poor.json()).toMatchObject({ error: { details: { available: 3, needed: 4 } } });
  const bad = await owner.send(invitations.POST, 'POST', '/', {
    params,
    body: { emails: ['one'], credits: 1 },
  });
  expect(bad.status).toBe(422);
  const sent = await owner.send(invitations.POST, 'POST', '/', { params, body: { ...body, credits: 1 } });
  const [first] = (await sent.json()).invitations;
  const one = { ...params, id: first.id };
  expect((await owner.send(resend.POST, 'POST', '/', { params: one })).status).toBe(200);
  expect((await owner.send(oneInvitation.DELETE, 'DELETE', '/', { params: one })).status).toBe(204);
  const left = await (await owner.send(invitations.GET, 'GET', '/', { params })).json();
  expect(left.invitations).toHaveLength(1);
  const stranger = await owned();
  const foreign = { teamId: stranger.id, id: left.invitations[0].id };
  expect((await stranger.owner.send(oneInvitation.DELETE, 'DELETE', '/', { params: foreign })).status).toBe(
    404,
  );
});

test('roles, removal and leaving: the session stays, the team is gone', async () => {
  const { owner, id } = await owned();
  const first = await joined(owner, id);
  const second = await joined(owner, id);
  const params = { teamId: id, id: first.memberId };
  const promoted = await owner.send(oneMember.PATCH, 'PATCH', '/', { params, body: { role: 'admin' } });
  expect(promoted.status).toBe(200);
  const removal = { teamId: id, id: second.memberId };
  expect((await first.guest.send(oneMember.DELETE, 'DELETE', '/', { params: removal })).status).toBe(204);
  expect((await second.guest.send(members.GET, 'GET', '/', { params: { teamId: id } })).status).toBe(404);
  expect(await (await second.guest.send(teams.GET, 'GET', '/')).json()).toEqual({ teams: [] });
  expect((await first.guest.send(me.DELETE, 'DELETE', '/', { params: { teamId: id } })).status).toBe(204);
  expect((await owner.send(me.DELETE, 'DELETE', '/', { params: { teamId: id } })).status).toBe(409);
});

test('a malformed body is 400, another site is 403', async () => {
  const { owner } = await owned('solo');
  const headers = { origin: 'https://evil.example' };
  const forged = await owner.send(teams.POST, 'POST', '/api/teams', { body: { name: 'X' }, headers });
  expect(forged.status).toBe(403);
  expect((await owner.send(teams.POST, 'POST', '/api/teams', { body: { name: '' } })).status).toBe(422);
});

import { and, desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Ctx, inTransaction } from '@/db/context';
import { auditEvent } from '@/db/schema/audit';
import { account, member, organization, session, user } from '@/db/schema/auth';
import { mail, notice } from '@/db/schema/notifications';
import { invitation } from '@/db/schema/organizations';
import type { Db } from '@/db/types';
import { isAlone } from '@/features/billing/billing-people';
import { findMyWallet, getOverview } from '@/features/credits/queries';
import { listStatement } from '@/features/credits/statement';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, makeUser, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { expectLedgerClean, openTeamLedger } from '../../../tests/support/ledger';
import { acceptInvitation } from './accept-invitation';
import { askForNewInvitation } from './ask-again';
import { createTeam } from './create-team';
import { endInvitation } from './end-invitation';
import { expireInvitations } from './expire-invitations.job';
import { getInvitation } from './find-invitation';
import { inviteMembers } from './invite-members';
import { listInvitations } from './list-invitations';
import { resendInvitation } from './resend-invitation';
import { revokeInvitation } from './revoke-invitation';

let counter = 0;
const address = () => `invited-${++counter}@example.test`;

async function teamWith(credits: number): Promise<{ db: Db; team: TestTeam }> {
  const db = await testDatabase();
  const team = await makeTeam(db);
  await openTeamLedger(team, credits);
  return { db, team };
}

/** The raw token, which only the mail knows. */
async function tokenFor(db: Db, email: string): Promise<string> {
  const [row] = await db.select().from(mail).where(eq(mail.recipient, email)).orderBy(desc(mail.id)).limit(1);
  const token = /\/invitations\/([\w-]{43})"/.exec(row?.html ?? '')?.[1];
  if (!token) throw new Error(`no invitation mail for ${email}`);
  return token;
}

async function invite(team: TestTeam, credits = 0): Promise<{ id: string; email: string; token: string }> {
  const email = address();
  const [made] = await inviteMembers(team.admin.ctx, { emails: [email], credits });
  if (!made) throw new Error('nothing made');
  return { id: made.id, email, token: await tokenFor(team.admin.ctx.db, email) };
}

const pool = async (team: TestTeam) => (await getOverview(team.admin.ctx)).pool;
const promised = async (team: TestTeam) => (await getOverview(team.admin.ctx)).promised;
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('inviting sets credits aside, mails the only copy of the token and leaves a trace', async () => {
  const { db, team } = await teamWith(50);
  const emails = [address(), address()];
  const made = await inviteMembers(team.admin.ctx, {
    emails: emails.map((email) => ` ${email.toUpperCase()} `),
    credits: 10,
  });
  expect(made.map((row) => row.email)).toEqual(emails);
  expect([await pool(team), await promised(team)]).toEqual([30, 20]);
  const token = await tokenFor(db, emails[0] ?? '');
  const rows = await db.select().from(invitation).where(eq(invitation.organizationId, team.orgId));
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await getInvitation(db, token)).toMatchObject({
    status: 'pending',
    email: emails[0],
    credits: 10,
    hasAccount: false,
  });
  const audits = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.organizationId, team.orgId), eq(auditEvent.action, 'members.invite')));
  expect(audits).toHaveLength(2);
  expect(JSON.stringify(audits)).not.toContain(token);
  await expectLedgerClean(db, team.orgId);
});

test('one bad row refuses all, each with its reason', async () => {
  const { db, team } = await teamWith(50);
  const known = await invite(team);
  const good = address();
  const emails = [good, 'not an address', known.email, team.member.email, good];
  const error = await failure(inviteMembers(team.admin.ctx, { emails, credits: 1 }));
  expect(error).toMatchObject({ code: 'invalid' });
  const { rows } = (error as { details: { rows: { email: string; reason: string }[] } }).details;
  expect(rows.map((row) => [row.email, row.reason.split(' ').slice(0, 2).join(' ')])).toEqual([
    ['not an address', 'This is'],
    [known.email, 'Already invited.'],
    [team.member.email, 'Already in'],
    [good, 'Twice in'],
  ]);
  expect(await db.select().from(invitation).where(eq(invitation.email, good))).toHaveLength(0);
  expect(await pool(team)).toBe(50);
});

test('the pool cannot promise what it does not have: nobody is invited', async () => {
  const { db, team } = await teamWith(25);
  const emails = [address(), address(), address()];
  const error = await failure(inviteMembers(team.admin.ctx, { emails, credits: 10 }));
  expect(error).toMatchObject({ code: 'insufficient_credits', details: { available: 25, needed: 30 } });
  expect(await db.select().from(mail).where(eq(mail.organizationId, team.orgId))).toHaveLength(0);
  expect([await pool(team), await promised(team)]).toEqual([25, 0]);
});

test('parallel invitations never promise more than the pool, and one address is invited once', async () => {
  const { db, team } = await teamWith(30);
  const same = address();
  const results = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => inviteMembers(team.admin.ctx, { emails: [address()], credits: 10 })),
    ...Array.from({ length: 4 }, () =>
      inviteMembers(team.owner.ctx, { emails: [address(), same], credits: 0 }),
    ),
  ]);
  expect(results.slice(0, 6).filter((result) => result.status === 'fulfilled')).toHaveLength(3);
  expect(results.slice(6).filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect([await pool(team), await promised(team)]).toEqual([0, 30]);
  await expectLedgerClean(db, team.orgId);
});

test('members cannot invite, and nobody gives a role above their own', async () => {
  const { team } = await teamWith(5);
  const emails = [address()];
  expect(await failure(inviteMembers(team.member.ctx, { emails }))).toMatchObject({ code: 'forbidden' });
  expect(await failure(inviteMembers(team.admin.ctx, { emails, role: 'owner' }))).toMatchObject({
    code: 'forbidden',
  });
  await inviteMembers(team.owner.ctx, { emails, role: 'owner' });
});

test('a newcomer accepts: account with a confirmed address, membership, wallet with the promised credits, notice', async () => {
  const { db, team } = await teamWith(20);
  const { email, token, id } = await invite(team, 10);
  const accepted = await acceptInvitation(db, token, { name: 'Jonas Weber' });
  const [person] = await db.select().from(user).where(eq(user.email, email));
  expect(person).toMatchObject({ name: 'Jonas Weber', emailVerified: true, id: accepted.userId });
  const [joined] = await db.select().from(member).where(eq(member.id, accepted.memberId));
  expect(joined).toMatchObject({ organizationId: team.orgId, role: 'member' });
  const ctx = {
    orgId: team.orgId,
    db,
    actor: { kind: 'member', userId: accepted.userId, memberId: accepted.memberId, role: 'member' },
  } as const;
  expect(await findMyWallet(ctx)).toMatchObject({ free: 10 });
  expect(await promised(team)).toBe(0);
  const { rows } = await listStatement(ctx, { kind: 'wallet', memberId: accepted.memberId });
  expect(rows).toMatchObject([{ what: 'Welcome credits', who: 'Jonas Weber', in: 10 }]);
  const notices = await db.select().from(notice).where(eq(notice.userId, team.admin.userId));
  expect(notices.map((row) => row.title)).toContain('Jonas Weber joined');
  const [row] = await db.select().from(invitation).where(eq(invitation.id, id));
  expect(row).toMatchObject({ status: 'accepted', acceptedBy: accepted.userId });
  await expectLedgerClean(db, team.orgId);
});

test('parallel accepts with one token: one joins, the others read that it was used', async () => {
  const { db, team } = await teamWith(20);
  const { token } = await invite(team, 10);
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) => acceptInvitation(db, token, { name: `Person ${index}` })),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'gone' });
  expect(await db.select().from(member).where(eq(member.organizationId, team.orgId))).toHaveLength(4);
  await expectLedgerClean(db, team.orgId);
});

test('only the invited address accepts; a refusal leaves the invitation usable', async () => {
  const { db, team } = await teamWith(0);
  const { token, email } = await invite(team);
  const other = await makeUser(db);
  expect(await failure(acceptInvitation(db, token, { userId: other.id }))).toMatchObject({
    code: 'forbidden',
    details: { reason: 'other_address' },
  });
  const invited = await makeUser(db, email);
  expect(await failure(acceptInvitation(db, token, { name: 'Somebody' }))).toMatchObject({
    code: 'unauthenticated',
  });
  await db.update(user).set({ emailVerified: false }).where(eq(user.id, invited.id));
  expect(await failure(acceptInvitation(db, token, { userId: invited.id }))).toMatchObject({
    code: 'forbidden',
  });
  await db.update(user).set({ emailVerified: true }).where(eq(user.id, invited.id));
  expect((await acceptInvitation(db, token, { userId: invited.id })).userId).toBe(invited.id);
});

test("a stranger's unconfirmed account on the invited address loses its password and sessions", async () => {
  const { db, team } = await teamWith(0);
  const { token, email } = await invite(team);
  const squatter = await makeUser(db, email);
  await db.update(user).set({ emailVerified: false }).where(eq(user.id, squatter.id));
  await db.insert(account).values({
    id: newId('account'),
    userId: squatter.id,
    accountId: squatter.id,
    providerId: 'credential',
    password: 'hash',
  });
  await db.insert(session).values({
    id: newId('request'),
    userId: squatter.id,
    token: newId('request'),
    expiresAt: plus(new Date(), DAY),
  });
  const accepted = await acceptInvitation(db, token, { name: 'The real one' });
  expect(accepted.userId).toBe(squatter.id);
  expect(await db.select().from(account).where(eq(account.userId, squatter.id))).toHaveLength(0);
  expect(await db.select().from(session).where(eq(session.userId, squatter.id))).toHaveLength(0);
});

test('used, revoked, expired and unknown tokens are refused, each in its words', async () => {
  const { db, team } = await teamWith(30);
  const used = await invite(team, 1);
  await acceptInvitation(db, used.token, { name: 'One' });
  expect(await failure(acceptInvitation(db, used.token, { name: 'Two' }))).toMatchObject({
    code: 'gone',
    details: { status: 'accepted' },
  });
  const revoked = await invite(team, 10);
  await revokeInvitation(team.admin.ctx, { invitationId: revoked.id });
  await revokeInvitation(team.admin.ctx, { invitationId: revoked.id });
  expect(await failure(acceptInvitation(db, revoked.token, { name: 'X' }))).toMatchObject({
    code: 'gone',
    details: { status: 'revoked' },
  });
  const late = await invite(team, 5);
  const afterAWeek = plus(new Date(), 7 * DAY + 1000);
  expect(await failure(acceptInvitation(db, late.token, { name: 'X' }, afterAWeek))).toMatchObject({
    code: 'gone',
    details: { status: 'expired' },
  });
  expect(await failure(acceptInvitation(db, 'nonsense', { name: 'X' }))).toMatchObject({ code: 'not_found' });
  expect([await pool(team), await promised(team)]).toEqual([24, 5]);
  expect(await failure(revokeInvitation(team.admin.ctx, { invitationId: used.id }))).toMatchObject({
    code: 'conflict',
  });
});

test('the clock returns promised credits once, and not a moment early', async () => {
  const { db, team } = await teamWith(30);
  const { id, token } = await invite(team, 10);
  expect(await expireInvitations(db, plus(new Date(), 6 * DAY))).toBe(0);
  const due = plus(new Date(), 8 * DAY);
  const runs = await Promise.all([expireInvitations(db, due), expireInvitations(db, due)]);
  expect(runs[0] + runs[1]).toBeGreaterThanOrEqual(1);
  expect([await pool(team), await promised(team)]).toEqual([30, 0]);
  const [row] = await db.select().from(invitation).where(eq(invitation.id, id));
  expect(row?.status).toBe('expired');
  await askForNewInvitation(db, token);
  await askForNewInvitation(db, token);
  const asked = await db
    .select()
    .from(notice)
    .where(and(eq(notice.userId, team.owner.userId), eq(notice.type, 'members.asked-again')));
  expect(asked).toHaveLength(1);
  await expectLedgerClean(db, team.orgId);
});

test('a link that was sent again while the clock was running does not expire', async () => {
  const { db, team } = await teamWith(10);
  const { id } = await invite(team, 10);
  const due = plus(new Date(), 8 * DAY);
  await resendInvitation(team.admin.ctx, { invitationId: id }, due);
  expect(
    await inTransaction(systemCtx(db, team.orgId), (ctx) => endInvitation(ctx, id, 'expired', due)),
  ).toBe(false);
  expect([await pool(team), await promised(team)]).toEqual([0, 10]);
});

test('sending again kills the old link and keeps the promise; an expired one needs the credits anew', async () => {
  const { db, team } = await teamWith(10);
  const first = await invite(team, 10);
  await resendInvitation(team.admin.ctx, { invitationId: first.id });
  const second = await tokenFor(db, first.email);
  expect(second).not.toBe(first.token);
  expect(await failure(acceptInvitation(db, first.token, { name: 'X' }))).toMatchObject({
    code: 'not_found',
  });
  expect([await pool(team), await promised(team)]).toEqual([0, 10]);
  await expireInvitations(db, plus(new Date(), 8 * DAY));
  expect(await pool(team)).toBe(10);
  const again = await resendInvitation(team.admin.ctx, { invitationId: first.id });
  expect(again.id).not.toBe(first.id);
  expect([await pool(team), await promised(team)]).toEqual([0, 10]);
  const { invitations } = await listInvitations(team.admin.ctx);
  expect(invitations.map((row) => row.id)).toEqual([again.id]);
  await acceptInvitation(db, await tokenFor(db, first.email), { name: 'Late Guest' });
  await expectLedgerClean(db, team.orgId);
});

test("another team's invitation does not exist", async () => {
  const { team } = await teamWith(10);
  const { team: other } = await teamWith(10);
  const theirs = await invite(other, 5);
  expect(await failure(revokeInvitation(team.owner.ctx, { invitationId: theirs.id }))).toMatchObject({
    code: 'not_found',
  });
  expect(await failure(resendInvitation(team.owner.ctx, { invitationId: theirs.id }))).toMatchObject({
    code: 'not_found',
  });
  expect((await listInvitations(team.owner.ctx)).invitations).toHaveLength(0);
  expect(await promised(other)).toBe(5);
  expect(await failure(listInvitations(team.member.ctx))).toMatchObject({ code: 'forbidden' });
});

test('a team of one becomes a team with its first invitation', async () => {
  const db = await testDatabase();
  const person = await makeUser(db);
  const solo = await createTeam(db, person.id, { name: 'Just me', kind: 'solo' });
  const ctx = {
    orgId: solo.id,
    db,
    actor: { kind: 'member', userId: person.id, memberId: solo.memberId, role: 'owner' },
  } as const;
  await inviteMembers(ctx, { emails: [address()] });
  const [row] = await db.select().from(organization).where(eq(organization.id, solo.id));
  expect(row?.kind).toBe('team');
});

test('whoever bought first is alone in the team until somebody is invited, and again when that is over', async () => {
  const db = await testDatabase();
  const { id: userId } = await makeUser(db);
  const { id: orgId, memberId } = await createTeam(db, userId, { name: 'Lumen' });
  const ctx: Ctx = { db, orgId, actor: { kind: 'member', userId, memberId, role: 'owner' } };
  const now = new Date();
  expect(await isAlone(ctx, now)).toBe(true);
  await inviteMembers(ctx, { emails: [address()] });
  expect(await isAlone(ctx, now)).toBe(false);
  expect(await isAlone(ctx, plus(now, 8 * DAY))).toBe(true);
});

/** The end of an account: what goes, what stays, who may not, and that nothing is left that names the person. */
import { symmetricEncrypt } from 'better-auth/crypto';
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { blobs } from '@/adapters/blob/blob';
import { DELETE } from '@/app/api/account/route';
import { auth } from '@/auth/instance';
import { account, member, organization, session, twoFactor, user, verification } from '@/db/schema/auth';
import { balanceWatch, billingDetails } from '@/db/schema/billing';
import { demoTeam } from '@/db/schema/demo';
import { generation, picture } from '@/db/schema/generation';
import { mail, notice, noticePreference } from '@/db/schema/notifications';
import { invitation } from '@/db/schema/organizations';
import { consent, deletionRequest } from '@/db/schema/privacy';
import { photo } from '@/db/schema/uploads';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { makeOrganizationKey } from '@/features/api-keys/make-organization-key';
import { makeToken } from '@/features/api-keys/make-token';
import { purchaseCredits } from '@/features/credits/purchase';
import { getOverview } from '@/features/credits/queries';
import { requestCredits } from '@/features/credits/request-credits';
import { writeNotice } from '@/features/notifications/notify';
import { createTeam } from '@/features/organizations/create-team';
import { inviteMembers } from '@/features/organizations/invite-members';
import { setRole } from '@/features/organizations/set-role';
import { type DataRule, TABLE_RULES } from '@/features/privacy/data-map';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import {
  makeTeam,
  makeUser,
  systemCtx,
  type TestMember,
  type TestTeam,
} from '../../../tests/support/factories';
import {
  giveConsent,
  makeBackdrop,
  makeSet,
  makeUpload,
  readyTeam,
  startFor,
} from '../../../tests/support/generations';
import { expectLedgerClean, openTeamLedger, recordPayment } from '../../../tests/support/ledger';
import { pointAtTestDatabase, signIn } from '../../../tests/support/signed-in';
import { getAccountReceipt } from './account-receipt';
import { deleteAccount } from './delete-account';
import { purgeAccount } from './purge-account';

const PASSWORD = 'correct horse 1';
const ORIGIN = 'http://localhost:3000';

let db: Db;
beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
});

const erase = (person: TestMember, more: { giveUpCredits?: boolean } = {}) =>
  deleteAccount(db, person.userId, { email: person.email, ...more });
const rowsOf = (table: string) =>
  selectRows<{ row: string }>(db, sql`select t::text as row from ${sql.identifier(table)} t`);

/** Purges what this person left, as the job does. */
async function purge(userId: string): Promise<string> {
  const [row] = await selectRows<{ id: string }>(
    db,
    sql`select id from account_deletion where user_id = ${userId}`,
  );
  return purgeAccount(db, row?.id ?? '');
}

/** A member with something in every table that knows people, and a name that stands nowhere else. */
async function fullPerson(team: TestTeam): Promise<string> {
  const { member: person, owner } = team;
  const { userId, email, ctx } = person;
  const setId = await readyTeam(team, 20);
  await db.update(user).set({ name: 'Zuleika Quibblethorpe' }).where(eq(user.id, userId));
  const { id } = await startFor(person, setId);
  await db
    .update(generation)
    .set({ preferences: { note: 'Quibblethorpe' }, subject: { hair: 'short' } })
    .where(eq(generation.id, id));
  await db
    .update(consent)
    .set({ ip: '203.0.113.77', userAgent: 'Quibblefox' })
    .where(eq(consent.userId, userId));
  await makeBackdrop(person);
  await makeUpload(person, setId);
  await requestCredits(ctx, { amount: 5, note: 'Zuleika Quibblethorpe needs some' });
  await makeToken({ db, userId }, { name: 'Script', scopes: ['team:read'] });
  await db.insert(noticePreference).values({ userId, kind: 'pictures', email: false });
  await db
    .insert(account)
    .values({ id: newId('account'), userId, accountId: userId, providerId: 'credential', password: 'x' });
  await db.insert(verification).values({
    id: newId('verification'),
    identifier: 'x',
    value: JSON.stringify({ email }),
    expiresAt: new Date(),
  });
  await writeNotice(ctx, {
    userId,
    type: 'generation.done',
    title: 'Done',
    body: 'For Quibblethorpe',
    dedupeKey: newId('notice'),
  });
  await db.insert(notice).values({
    id: newId('notice'),
    organizationId: team.orgId,
    userId: owner.userId,
    type: 'members.joined',
    title: 'Zuleika Quibblethorpe joined',
    body: `${email} accepted your invitation.`,
    dedupeKey: newId('notice'),
  });
  await db.insert(invitation).values({
    id: newId('invitation'),
    organizationId: team.orgId,
    email,
    role: 'member',
    tokenHash: newId('request'),
    status: 'accepted',
    invitedBy: owner.userId,
    acceptedBy: userId,
    expiresAt: new Date(),
  });
  await db.insert(mail).values({
    id: newId('mail'),
    dedupeKey: newId('mail'),
    recipient: email,
    subject: 'Hello',
    html: 'Quibblethorpe',
    text: '',
    template: 'sign-in-link',
  });
  await signIn(userId);
  return id;
}

test('everything goes while pictures are being made, credits go back, and no table names the person any more', async () => {
  const team = await makeTeam(db);
  const generationId = await fullPerson(team);
  const { userId, email } = team.member;
  const keys = (await db.select().from(photo).where(eq(photo.userId, userId))).map(
    ({ workingKey }) => workingKey,
  );
  const left = await makeTeam(db);
  await inviteMembers(left.owner.ctx, { emails: [email] });
  const before = await getOverview(team.owner.ctx);

  const { receipt } = await erase(team.member);

  const [stopped] = await db.select().from(generation).where(eq(generation.id, generationId));
  expect(stopped).toMatchObject({ status: 'cancelled', charged: 0, preferences: null, subject: null });
  expect(await getOverview(team.owner.ctx)).toMatchObject({ pool: before.pool + 20, wallets: 0, held: 0 });
  expect(await getAccountReceipt(db, receipt)).toMatchObject({
    status: 'purging',
    doneAt: null,
    counts: { photoSets: 1, generations: 1, backdrops: 1, stopped: 1, teamsLeft: 1 },
  });
  expect(await purge(userId)).toBe('done');
  expect(await purge(userId)).toBe('done');
  for (const key of keys) expect(await blobs().get(key)).toBeNull();
  const proof = await getAccountReceipt(db, receipt);
  expect(proof).toMatchObject({
    status: 'done',
    deletions: [{ status: 'done' }, { status: 'done' }, { status: 'done' }],
  });
  expect(JSON.stringify(proof)).not.toMatch(/Quibble|example\.test/);

  // The mail that says so is the last that knows the address.
  const last = await db.select().from(mail).where(eq(mail.recipient, email));
  expect(last.map(({ template }) => template)).toEqual(['account-deleted']);
  expect(last[0]?.html).toContain(`/deleted/${receipt}`);
  await db.delete(mail).where(eq(mail.recipient, email));
  const rules: [string, DataRule][] = Object.entries(TABLE_RULES);
  for (const [table, { atEnd }] of rules) {
    const rows = await rowsOf(table);
    const named = rows.filter(
      ({ row }) => /Quibble/.test(row) || row.includes(email) || row.includes('203.0.113.77'),
    );
    expect({ table, named }).toEqual({ table, named: [] });
    if (atEnd === 'gone')
      expect({ table, rows: rows.filter(({ row }) => row.includes(userId)) }).toEqual({ table, rows: [] });
  }
  await expectLedgerClean(db, team.orgId);
});

test('the only owner of others goes nowhere; with a second one the team goes on', async () => {
  const team = await makeTeam(db);
  await openTeamLedger(team, 10);
  await expect(erase(team.owner)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'last_owner', teams: [{ slug: team.slug }] },
  });
  expect(await db.select().from(user).where(eq(user.id, team.owner.userId))).toHaveLength(1);
  await setRole(team.owner.ctx, { memberId: team.admin.memberId, role: 'owner' });
  // Both owners at once: one of them stays, or nobody could run the team.
  const both = await Promise.allSettled([erase(team.owner), erase(team.admin)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const owners = await db
    .select()
    .from(member)
    .where(and(eq(member.organizationId, team.orgId), eq(member.role, 'owner')));
  expect(owners).toHaveLength(1);
});

test('a team of one ends: keys, invitations, billing; paid credits are given up by saying so', async () => {
  const { id: userId, email } = await makeUser(db);
  const solo = await createTeam(db, userId, { name: 'Zora Wimpleton', kind: 'team' });
  const ctx = {
    db,
    orgId: solo.id,
    actor: { kind: 'member', userId, memberId: solo.memberId, role: 'owner' },
  } as const;
  await inviteMembers(ctx, { emails: ['somebody@wimpleton.test'], credits: 1 });
  const { id: keyId } = await makeOrganizationKey(ctx, { name: 'Payroll', scopes: ['members:read'] });
  const paymentId = await recordPayment(db, solo.id, solo.memberId, 50);
  await purchaseCredits(systemCtx(db, solo.id), { amount: 50, paymentId });
  await db.insert(balanceWatch).values({ organizationId: solo.id });
  await db.insert(billingDetails).values({ organizationId: solo.id, company: 'Wimpleton' });
  await expect(deleteAccount(db, userId, { email })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'unspent_credits', credits: 53 },
  });
  await deleteAccount(db, userId, { email: ` ${email.toUpperCase()} `, giveUpCredits: true });
  const [row] = await db.select().from(organization).where(eq(organization.id, solo.id));
  expect(row).toMatchObject({ name: 'Deleted team', endedAt: expect.any(Date) });
  expect(row?.slug).not.toContain('zora');
  const [open] = await db.select().from(invitation).where(eq(invitation.organizationId, solo.id));
  expect(open?.status).toBe('revoked');
  for (const table of Object.keys(TABLE_RULES)) {
    const rows = await rowsOf(table);
    expect({ table, named: rows.filter(({ row }) => /Wimpleton/i.test(row)) }).toEqual({ table, named: [] });
  }
  const [{ revoked } = { revoked: false }] = await selectRows<{ revoked: boolean }>(
    db,
    sql`select revoked_at is not null as revoked from api_key where id = ${keyId}`,
  );
  expect(revoked).toBe(true);
  await expectLedgerClean(db, solo.id);
});

test('another address, the demo, and a second press change nothing', async () => {
  const team = await makeTeam(db);
  await openTeamLedger(team);
  const { userId, email } = team.member;
  await expect(deleteAccount(db, userId, { email: team.owner.email })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { email: expect.any(String) } },
  });
  await db
    .insert(demoTeam)
    .values({ organizationId: team.orgId, ownerId: team.owner.userId, memberId: userId });
  await expect(deleteAccount(db, userId, { email })).rejects.toMatchObject({ details: { reason: 'demo' } });
  await db.delete(demoTeam).where(eq(demoTeam.organizationId, team.orgId));
  const twice = await Promise.allSettled([
    deleteAccount(db, userId, { email }),
    deleteAccount(db, userId, { email }),
  ]);
  const [lost] = twice.filter((one) => one.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'unauthenticated' });
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('pictures of a team that was left go as well, and what was on its way when the account went', async () => {
  const team = await makeTeam(db);
  await openTeamLedger(team);
  await giveConsent(team.member);
  const setId = await makeSet(team.member);
  await db.delete(member).where(eq(member.id, team.member.memberId));
  await erase(team.member);
  // A photo whose check ended afterwards.
  const late = await makeSet(team.member, { count: 1 });
  await purge(team.member.userId);
  for (const id of [setId, late])
    expect(await db.select().from(photo).where(eq(photo.photoSetId, id))).toEqual([]);
  const open = await db
    .select()
    .from(deletionRequest)
    .where(and(eq(deletionRequest.userId, team.member.userId), eq(deletionRequest.status, 'purging')));
  expect(open).toEqual([]);
  expect(await db.select().from(picture).where(eq(picture.userId, team.member.userId))).toEqual([]);
  await expect(getAccountReceipt(db, 'guess')).rejects.toMatchObject({ code: 'not_found' });
});

/** Somebody who signed in so long ago, with or without a password. */
async function signedIn({ password, daysAgo = 0 }: { password?: string; daysAgo?: number } = {}) {
  const person = await makeUser(db);
  const { password: hasher } = await (await auth()).$context;
  if (password)
    await db.insert(account).values({
      id: newId('account'),
      userId: person.id,
      accountId: person.id,
      providerId: 'credential',
      password: await hasher.hash(password),
    });
  const { cookie } = await signIn(person.id);
  await db
    .update(session)
    .set({ createdAt: plus(new Date(), -daysAgo * DAY) })
    .where(eq(session.userId, person.id));
  const send = (body: object) =>
    DELETE(
      new Request(`${ORIGIN}/api/account`, {
        method: 'DELETE',
        headers: { origin: ORIGIN, host: 'localhost:3000', cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      { params: Promise.resolve(undefined) },
    );
  const there = async () => (await db.select().from(user).where(eq(user.id, person.id))).length > 0;
  return { ...person, send, there };
}

test('a session alone ends no account: the password, or a sign-in of the last day; afterwards nobody is signed in', async () => {
  const nora = await signedIn({ password: PASSWORD });
  const { email } = nora;
  for (const [body, field] of [
    [{ email }, 'proof'],
    [{ email, proof: 'wrong horse 12' }, 'proof'],
    [{ email: 'other@example.test', proof: PASSWORD }, 'email'],
  ] as const) {
    const refused = await nora.send(body);
    expect(refused.status).toBe(422);
    expect((await refused.json()).error.details.fields).toHaveProperty([field]);
  }
  expect(await nora.there()).toBe(true);
  const done = await nora.send({ email, proof: PASSWORD });
  expect(done.status).toBe(200);
  expect((await done.json()).receiptUrl).toMatch(/\/deleted\/[\w-]{43}$/);
  expect(done.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/i);
  expect(await nora.there()).toBe(false);
  expect((await nora.send({ email, proof: PASSWORD })).status).toBe(401);

  const old = await signedIn({ daysAgo: 2 });
  const tooOld = await old.send({ email: old.email });
  expect([tooOld.status, (await tooOld.json()).error.details.reason]).toEqual([403, 'sign_in_again']);
  expect(await old.there()).toBe(true);
  const fresh = await signedIn();
  expect((await fresh.send({ email: fresh.email })).status).toBe(200);
});

test('with two-step sign-in a password is not enough, and a slip does not cost a code', async () => {
  const nora = await signedIn({ password: PASSWORD });
  const { email } = nora;
  const { secretConfig } = await (await auth()).$context;
  const encrypt = (data: string) => symmetricEncrypt({ key: secretConfig, data });
  await db.insert(twoFactor).values({
    id: newId('verification'),
    userId: nora.id,
    secret: await encrypt('a secret of an app that is long'),
    backupCodes: await encrypt(JSON.stringify(['abcde-12345'])),
    verified: true,
  });
  expect((await nora.send({ email, proof: PASSWORD })).status).toBe(422);
  expect((await nora.send({ email, proof: 'abcde-99999' })).status).toBe(422);
  expect(await nora.there()).toBe(true);
  expect((await nora.send({ email, proof: 'ABCDE-12345' })).status).toBe(200);
});

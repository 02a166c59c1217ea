import { and, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { member, user } from '@/db/schema/auth';
import { notice } from '@/db/schema/notifications';
import type { Db, OrgId } from '@/db/types';
import { allocateCredits } from '@/features/credits/allocate';
import { holdCredits } from '@/features/credits/hold';
import { getOverview } from '@/features/credits/queries';
import { voidHold } from '@/features/credits/void';
import { newId } from '@/lib/ids';
import { countStatements } from '../../../tests/support/count-statements';
import { testDatabase } from '../../../tests/support/database';
import {
  makeMember,
  makeTeam,
  systemCtx,
  type TestMember,
  type TestTeam,
} from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';
import { expectLedgerClean, openTeamLedger } from '../../../tests/support/ledger';
import { createTeam } from './create-team';
import { findInTeam } from './find-in-team';
import { inviteMembers } from './invite-members';
import { leaveTeam } from './leave-team';
import { countProgress, listMembers } from './list-members';
import { removeMember } from './remove-member';
import { setDepartment } from './set-department';
import { setRole } from './set-role';

async function teamWith(credits = 0): Promise<{ db: Db; team: TestTeam }> {
  const db = await testDatabase();
  const team = await makeTeam(db);
  await openTeamLedger(team, credits);
  return { db, team };
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const roleOf = async (db: Db, memberId: string) =>
  (await db.select({ role: member.role }).from(member).where(eq(member.id, memberId)))[0]?.role;
const give = (team: TestTeam, person: TestMember, amount: number) =>
  allocateCredits(team.admin.ctx, { memberId: person.memberId, amount, idempotencyKey: newId('transfer') });

test('an admin changes roles up to their own, with an audit event', async () => {
  const { db, team } = await teamWith();
  await setRole(team.admin.ctx, { memberId: team.member.memberId, role: 'admin' });
  expect(await roleOf(db, team.member.memberId)).toBe('admin');
  const events = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.organizationId, team.orgId), eq(auditEvent.action, 'members.set_role')));
  expect(events).toMatchObject([{ subjectId: team.member.memberId, data: { from: 'member', to: 'admin' } }]);
  expect(
    await failure(setRole(team.admin.ctx, { memberId: team.member.memberId, role: 'owner' })),
  ).toMatchObject({ code: 'forbidden' });
  expect(
    await failure(setRole(team.admin.ctx, { memberId: team.owner.memberId, role: 'member' })),
  ).toMatchObject({ code: 'forbidden' });
  const { member: plain } = await makeTeam(db);
  expect(await failure(setRole(plain.ctx, { memberId: plain.memberId, role: 'owner' }))).toMatchObject({
    code: 'forbidden',
  });
});

test('members of another team do not exist', async () => {
  const { db, team } = await teamWith();
  const { team: other } = await teamWith();
  const memberId = other.member.memberId;
  expect(await failure(setRole(team.owner.ctx, { memberId, role: 'admin' }))).toMatchObject({
    code: 'not_found',
  });
  expect(await failure(removeMember(team.owner.ctx, { memberId }))).toMatchObject({ code: 'not_found' });
  expect(await roleOf(db, memberId)).toBe('member');
  const { members } = await listMembers(team.owner.ctx);
  expect(members.map((row) => row.id)).not.toContain(memberId);
});

test('the last owner can neither leave nor be demoted', async () => {
  const { db, team } = await teamWith();
  expect(await failure(leaveTeam(team.owner.ctx))).toMatchObject({
    code: 'conflict',
    details: { reason: 'last_owner' },
  });
  expect(
    await failure(setRole(team.owner.ctx, { memberId: team.owner.memberId, role: 'admin' })),
  ).toMatchObject({ code: 'conflict' });
  expect(await roleOf(db, team.owner.memberId)).toBe('owner');
});

test('two owners leaving or demoting each other at once leave one', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { db, team } = await teamWith(10);
    const second = await makeMember(db, team.orgId, 'owner');
    await openTeamLedger({ ...team, owner: second });
    const work =
      round % 2 === 0
        ? [leaveTeam(team.owner.ctx), leaveTeam(second.ctx)]
        : [
            setRole(team.owner.ctx, { memberId: second.memberId, role: 'member' }),
            setRole(second.ctx, { memberId: team.owner.memberId, role: 'member' }),
          ];
    const results = await Promise.allSettled(work);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const owners = await db
      .select()
      .from(member)
      .where(and(eq(member.organizationId, team.orgId), eq(member.role, 'owner')));
    expect(owners).toHaveLength(1);
  }
});

test('removing a member returns the unspent credits at once and tells the person', async () => {
  const { db, team } = await teamWith(50);
  await give(team, team.member, 20);
  await holdCredits(team.member.ctx, {
    memberId: team.member.memberId,
    generationId: 'gen_running',
    amount: 8,
  });
  await removeMember(team.admin.ctx, { memberId: team.member.memberId });
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 42, wallets: 8, held: 8 });
  expect(await roleOf(db, team.member.memberId)).toBeUndefined();
  await voidHold(systemCtx(db, team.orgId), { generationId: 'gen_running' });
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 50, wallets: 0, held: 0 });
  const told = await db.select().from(notice).where(eq(notice.userId, team.member.userId));
  expect(told.map((row) => row.type)).toContain('members.removed');
  await expectLedgerClean(db, team.orgId);
});

test('members cannot remove, admins cannot remove owners, nobody removes themselves', async () => {
  const { team } = await teamWith();
  expect(await failure(removeMember(team.member.ctx, { memberId: team.admin.memberId }))).toMatchObject({
    code: 'forbidden',
  });
  expect(await failure(removeMember(team.admin.ctx, { memberId: team.owner.memberId }))).toMatchObject({
    code: 'forbidden',
  });
  expect(await failure(removeMember(team.owner.ctx, { memberId: team.owner.memberId }))).toMatchObject({
    code: 'conflict',
  });
});

test('removing one person twice at once moves the credits once', async () => {
  const { db, team } = await teamWith(30);
  await give(team, team.member, 30);
  const results = await Promise.allSettled([
    removeMember(team.admin.ctx, { memberId: team.member.memberId }),
    removeMember(team.owner.ctx, { memberId: team.member.memberId }),
    leaveTeam(team.member.ctx),
  ]);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 30, wallets: 0 });
  await expectLedgerClean(db, team.orgId);
});

test('owners leaving and demoted while others invite with credits do not deadlock', async () => {
  const { db, team } = await teamWith(60);
  const owners = await Promise.all(Array.from({ length: 4 }, () => makeMember(db, team.orgId, 'owner')));
  for (const owner of owners) await openTeamLedger({ ...team, owner });
  for (const owner of owners) await give(team, owner, 5);
  const results = await Promise.allSettled([
    ...owners.map((owner) => leaveTeam(owner.ctx)),
    ...owners.map((owner) => setRole(team.owner.ctx, { memberId: owner.memberId, role: 'admin' })),
    ...Array.from({ length: 6 }, (_, index) =>
      inviteMembers(team.admin.ctx, { emails: [`lock-${index}-${team.slug}@example.test`], credits: 5 }),
    ),
  ]);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not_found' });
  expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: 30, promised: 30, wallets: 0 });
  await expectLedgerClean(db, team.orgId);
});

test('the list is paged, searched as typed and hidden from members', async () => {
  const { db, team } = await teamWith(10);
  await db.update(user).set({ name: '100%_sure' }).where(eq(user.id, team.member.userId));
  await give(team, team.member, 4);
  const first = await listMembers(team.admin.ctx, { limit: 2 });
  expect(first.members).toHaveLength(2);
  const second = await listMembers(team.admin.ctx, { limit: 2, cursor: first.nextCursor ?? undefined });
  expect(second.nextCursor).toBeNull();
  // Three people made within one millisecond have ids in any order; the pages must still show each once.
  const roles = [...first.members, ...second.members].map((row) => row.role);
  expect(roles.sort()).toEqual(['admin', 'member', 'owner']);
  const found = await listMembers(team.admin.ctx, { search: '0%_S' });
  expect(found.members).toMatchObject([
    { id: team.member.memberId, free: 4, held: 0, used: 0, progress: 'joined' },
  ]);
  expect((await listMembers(team.admin.ctx, { search: '%' })).members).toHaveLength(1);
  expect(await failure(listMembers(team.member.ctx))).toMatchObject({ code: 'forbidden' });
  expect(await countProgress(team.admin.ctx)).toEqual({
    invited: 0,
    members: 3,
    photos: 0,
    pictures: 0,
    withoutCredits: 2,
  });
});

test('the palette finds people for those who run the team, and only one’s own headshots', async () => {
  const { db, team } = await teamWith();
  const setId = await readyTeam(team);
  const { id } = await startFor(team.member, setId);
  await db.update(user).set({ name: '50%_off' }).where(eq(user.id, team.member.userId));
  const find = (person: TestMember, words: string) => findInTeam(person.ctx, { words });
  expect(await find(team.admin, '0%_O')).toEqual({
    people: [{ name: '50%_off', email: team.member.email }],
    generations: [],
  });
  const mine = { id, style: 'Corporate', status: 'queued', pictures: 0 };
  expect(await find(team.member, '')).toMatchObject({ people: [], generations: [mine] });
  expect(await find(team.member, 'corp')).toMatchObject({ people: [], generations: [mine] });
  expect(await find(team.member, '50')).toEqual({ people: [], generations: [] });
  const { team: other } = await teamWith();
  expect((await find(other.admin, '50%')).people).toEqual([]);
});

test('5,000 members: a page, a search and the counts take as many statements as for one', async () => {
  const db = await testDatabase();
  const { owner } = await makeTeam(db);
  const big = await createTeam(db, owner.userId, { name: 'Five thousand' });
  const ctx = {
    orgId: big.id as OrgId,
    db,
    actor: { kind: 'member', userId: owner.userId, memberId: big.memberId, role: 'owner' },
  } as const;
  const look = async () => ({
    page: await listMembers(ctx, { cursor: 'mem_big04000', limit: 50 }),
    search: await listMembers(ctx, { search: 'big4999@' }),
    counts: await countProgress(ctx),
  });
  const few = await countStatements(look);
  await db.execute(sql`
    with people as (
      insert into "user" (id, name, email, email_verified)
      select 'usr_big' || lpad(n::text, 5, '0'), 'Person ' || n, 'big' || n || '@example.test', true
      from generate_series(1, 5000) n returning id
    )
    insert into member (id, organization_id, user_id, role) select 'mem_big' || right(id, 5), ${big.id}, id, 'member' from people`);
  await db.execute(
    sql`select ledger_open_wallet(${big.id}, id) from member where organization_id = ${big.id}`,
  );
  const { page, search, counts } = await look();
  expect(page.members).toHaveLength(50);
  expect(search.members.map((row) => row.email)).toEqual(['big4999@example.test']);
  expect(counts.members).toBe(5001);
  expect(await countStatements(look)).toBe(few);
});

test('an admin sets departments; members do not, and nobody in another team', async () => {
  const { db, team } = await teamWith();
  const { memberId } = team.member;
  const departmentOf = async () =>
    (await db.select({ department: member.department }).from(member).where(eq(member.id, memberId)))[0]
      ?.department;
  await setDepartment(team.admin.ctx, { memberId, department: '  Customer   care ' });
  await setDepartment(team.admin.ctx, { memberId, department: 'Customer care' });
  expect(await departmentOf()).toBe('Customer care');
  const events = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.organizationId, team.orgId), eq(auditEvent.action, 'members.set_department')));
  expect(events).toMatchObject([{ subjectId: memberId, data: { from: null, to: 'Customer care' } }]);
  await setDepartment(team.admin.ctx, { memberId, department: ' ' });
  expect(await departmentOf()).toBeNull();
  expect(await failure(setDepartment(team.member.ctx, { memberId, department: 'Board' }))).toMatchObject({
    code: 'forbidden',
  });
  const { admin: foreign } = await makeTeam(db);
  expect(await failure(setDepartment(foreign.ctx, { memberId, department: 'Board' }))).toMatchObject({
    code: 'not_found',
  });
  await expect(setDepartment(team.admin.ctx, { memberId, department: 'x'.repeat(61) })).rejects.toThrow();
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { member } from '@/db/schema/auth';
import { consent } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { leaveTeam } from '@/features/organizations/leave-team';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestMember } from '../../../tests/support/factories';
import { openTeamLedger, recordPayment } from '../../../tests/support/ledger';
import { listFormerPictures, listMyConsents } from './queries';

const NOW = new Date('2026-11-20T12:00:00Z');

/** One accepted headshot of this member, without files. */
async function headshot(db: Db, orgId: string, person: TestMember): Promise<string> {
  const [set, made, picture] = [newId('photoSet'), newId('generation'), newId('picture')];
  await db.execute(sql`insert into photo_set (id, organization_id, member_id, user_id, status)
    values (${set}, ${orgId}, ${person.memberId}, ${person.userId}, 'submitted')`);
  await db.execute(sql`insert into generation (id, organization_id, member_id, user_id, photo_set_id, style_id, quality,
      aspect, variations, engine, price_version, price_each, status, finished_at, idempotency_key, request_hash)
    select ${made}, ${orgId}, ${person.memberId}, ${person.userId}, ${set}, (select id from style limit 1), 'standard',
      '4:5', 1, 'studio', 'test', 1, 'completed', ${NOW.toISOString()}::timestamptz, ${made}, ${made}`);
  await db.execute(sql`insert into picture (id, organization_id, generation_id, member_id, user_id, number, status, seed)
    values (${picture}, ${orgId}, ${made}, ${person.memberId}, ${person.userId}, 1, 'accepted', 1)`);
  return picture;
}

test('headshots of a team somebody left stay theirs and nobody else sees them', async () => {
  const db = await testDatabase();
  const team = await makeTeam(db);
  await openTeamLedger(team);
  const mine = await headshot(db, team.orgId, team.member);
  await headshot(db, team.orgId, team.admin);
  expect(await listFormerPictures(db, team.member.userId, NOW)).toEqual([]);
  await leaveTeam(team.member.ctx);
  expect(await listFormerPictures(db, team.member.userId, NOW)).toMatchObject([
    { id: mine, keptUntil: '2026-12-20T12:00:00.000Z' },
  ]);
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  expect(await listFormerPictures(db, team.member.userId, NOW)).toMatchObject([
    { keptUntil: '2027-05-19T12:00:00.000Z' },
  ]);
  // Back in the team as a new member: the gallery shows only what this member made.
  await db
    .insert(member)
    .values({ id: newId('member'), organizationId: team.orgId, userId: team.member.userId, role: 'member' });
  expect((await listFormerPictures(db, team.member.userId, NOW)).map(({ id }) => id)).toEqual([mine]);
  expect(await listFormerPictures(db, team.admin.userId, NOW)).toEqual([]);
  await db.execute(sql`update picture set deleted_at = now() where id = ${mine}`);
  expect(await listFormerPictures(db, team.member.userId, NOW)).toEqual([]);
});

test('consents are those of the person, withdrawn ones too', async () => {
  const db = await testDatabase();
  const team = await makeTeam(db);
  const given = (person: TestMember, withdrawnAt: Date | null) => ({
    id: newId('consent'),
    organizationId: team.orgId,
    userId: person.userId,
    memberId: person.memberId,
    policyVersion: 'test',
    textHash: 'hash',
    text: 'What happens to photos.',
    withdrawnAt,
  });
  await db
    .insert(consent)
    .values([given(team.member, new Date()), given(team.member, null), given(team.admin, null)]);
  const rows = await listMyConsents(db, team.member.userId);
  expect(rows.map((row) => row.withdrawnAt === null).sort()).toEqual([false, true]);
});

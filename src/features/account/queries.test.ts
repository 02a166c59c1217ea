import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { blobs } from '@/adapters/blob/blob';
import { requireOwnPicture } from '@/auth/own-picture';
import { member, session } from '@/db/schema/auth';
import { picture } from '@/db/schema/generation';
import { pictureLink } from '@/db/schema/headshots';
import { consent } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { leaveTeam } from '@/features/organizations/leave-team';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { newId } from '@/lib/ids';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestMember } from '../../../tests/support/factories';
import { openTeamLedger, recordPayment } from '../../../tests/support/ledger';
import { exportMyData } from './export-data';
import { listMyPictures } from './my-pictures';
import { listMyConsents } from './queries';

const NOW = new Date('2026-11-20T12:00:00Z');

/** One accepted headshot of this member, without files. */
async function headshot(db: Db, orgId: string, person: TestMember): Promise<string> {
  const [set, made, id] = [newId('photoSet'), newId('generation'), newId('picture')];
  await db.execute(sql`insert into photo_set (id, organization_id, member_id, user_id, status)
    values (${set}, ${orgId}, ${person.memberId}, ${person.userId}, 'deleted')`);
  await db.execute(sql`insert into generation (id, organization_id, member_id, user_id, photo_set_id, style_id, quality,
      aspect, variations, engine, price_version, price_each, status, finished_at, idempotency_key, request_hash)
    select ${made}, ${orgId}, ${person.memberId}, ${person.userId}, ${set}, (select id from style limit 1), 'standard',
      '4:5', 1, 'studio', 'test', 1, 'completed', ${NOW.toISOString()}::timestamptz, ${made}, ${made}`);
  await db.execute(sql`insert into picture (id, organization_id, generation_id, member_id, user_id, number, status, seed)
    values (${id}, ${orgId}, ${made}, ${person.memberId}, ${person.userId}, 1, 'accepted', 1)`);
  return id;
}

const mine = async (db: Db, userId: string, page: { cursor?: string; limit?: number } = {}) =>
  listMyPictures(db, userId, page, NOW);

test('headshots of a team somebody left stay theirs, with their day, and nobody else sees them', async () => {
  const db = await testDatabase();
  const team = await makeTeam(db);
  await openTeamLedger(team);
  const { userId } = team.member;
  const own = await headshot(db, team.orgId, team.member);
  await headshot(db, team.orgId, team.admin);
  const { pictures } = await mine(db, userId);
  expect(pictures).toMatchObject([{ id: own, sharedUntil: null, keptUntil: '2026-12-20T12:00:00.000Z' }]);
  expect(pictures[0]?.href).toContain(`/teams/${team.slug}/headshots/gen_`);
  await leaveTeam(team.member.ctx);
  expect(await mine(db, userId)).toMatchObject({ pictures: [{ id: own, href: null }] });
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  expect(await mine(db, userId)).toMatchObject({ pictures: [{ keptUntil: '2027-05-19T12:00:00.000Z' }] });
  // Back in the team as a new member: its gallery shows only what this member made.
  await db.insert(member).values({ id: newId('member'), organizationId: team.orgId, userId, role: 'member' });
  expect(await mine(db, userId)).toMatchObject({ pictures: [{ id: own, href: null }] });
});

test('my pictures come in pages; who has the link of one is said; a deleted one is gone, also after leaving', async () => {
  const db = await testDatabase();
  const team = await makeTeam(db);
  await openTeamLedger(team);
  const { userId, memberId } = team.member;
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.unshift(await headshot(db, team.orgId, team.member));
  const [newest = '', middle = '', oldest = ''] = ids;
  await db.execute(
    sql`update picture set created_at = created_at - interval '1 minute' where id = ${middle}`,
  );
  await db.execute(
    sql`update picture set created_at = created_at - interval '2 minutes' where id = ${oldest}`,
  );
  const expiresAt = plus(NOW, DAY);
  const link = {
    id: newId('pictureLink'),
    organizationId: team.orgId,
    pictureId: newest,
    memberId,
    userId,
    expiresAt,
  };
  await db.insert(pictureLink).values(link);
  const first = await mine(db, userId, { limit: 2 });
  expect(first.pictures.map(({ id }) => id)).toEqual([newest, middle]);
  expect(first.pictures[0]?.sharedUntil).toBe(expiresAt.toISOString());
  const second = await mine(db, userId, { limit: 2, cursor: first.nextCursor ?? '' });
  expect(second).toMatchObject({ pictures: [{ id: oldest, sharedUntil: null }], nextCursor: null });
  await expect(mine(db, userId, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'malformed' });
  await expect(requireOwnPicture(db, team.admin.userId, oldest)).rejects.toMatchObject({ code: 'not_found' });
  await leaveTeam(team.member.ctx);
  await requestDeletion(await requireOwnPicture(db, userId, oldest), { kind: 'picture', targetId: oldest });
  await expect(requireOwnPicture(db, userId, oldest)).rejects.toMatchObject({ code: 'not_found' });
  expect((await mine(db, userId)).pictures.map(({ id }) => id)).toEqual([newest, middle]);
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

test('the export has what is written about its person and their pictures, and nothing of anybody else', async () => {
  const db = await testDatabase();
  const team = await makeTeam(db);
  await openTeamLedger(team);
  // On Free the visible mark would be put on, which takes a picture of ours.
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  const { userId, email } = team.member;
  const withFile = async (person: TestMember) => {
    const id = await headshot(db, team.orgId, person);
    const jpeg = await sharp({ create: { width: 64, height: 80, channels: 3, background: '#8af' } })
      .jpeg()
      .toBuffer();
    const [row] = await db
      .update(picture)
      .set({ blobKey: `pictures/${id}.jpg` })
      .where(eq(picture.id, id))
      .returning();
    await blobs().put(row?.blobKey ?? '', jpeg, 'image/jpeg');
    return id;
  };
  const [own, lost, foreign] = [
    await withFile(team.member),
    await headshot(db, team.orgId, team.member),
    await withFile(team.admin),
  ];
  await db
    .insert(session)
    .values({ id: newId('request'), userId, token: 'a-secret-token', expiresAt: plus(new Date(), DAY) });
  const { name, body } = await exportMyData({ db, userId }, () => NOW);
  expect(name).toBe('headcraft-my-data-2026-11-20.zip');
  // Files in it are stored as they are, so their text can be read.
  const text = Buffer.from(await new Response(body).arrayBuffer()).toString('latin1');
  for (const there of [
    'data.json',
    'pictures.json',
    `pictures/${own}.jpg`,
    email,
    `Team ${team.slug}`,
    'completed',
  ])
    expect(text).toContain(there);
  for (const absent of [`pictures/${lost}`, foreign, team.admin.email, 'a-secret-token'])
    expect(text).not.toContain(absent);
});

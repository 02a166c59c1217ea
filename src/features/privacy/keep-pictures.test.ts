/** Pictures stay as long as the team's tier says, go a week after a warning, and never without one. */
import { and, eq, isNull } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { blobs } from '@/adapters/blob/blob';
import { member } from '@/db/schema/auth';
import { generation, picture } from '@/db/schema/generation';
import { mail, notice } from '@/db/schema/notifications';
import { deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { claimGeneration } from '@/features/generation/claim';
import { runGeneration } from '@/features/generation/run-generation';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { directedEngine, readyTeam, startFor } from '../../../tests/support/generations';
import { recordPayment } from '../../../tests/support/ledger';
import { endPlan, givePlan } from '../../../tests/support/tiers';
import { getDeletion } from './deletion-queries';
import { keepPictures } from './keep-pictures';
import { purgeDeletion } from './purge';
import { requestDeletion } from './request-deletion';

const DONE = new Date('2026-11-20T12:00:00Z');
const day = (count: number) => plus(DONE, count * DAY);

let db: Db;
let team: TestTeam;
let set: string;

beforeEach(async () => {
  db = await testDatabase();
  // What earlier tests left behind is nobody's business here.
  await db.update(generation).set({ deletedAt: DONE }).where(isNull(generation.deletedAt));
  team = await makeTeam(db);
  set = await readyTeam(team);
  await endPlan(team);
});

/** A finished generation of the member with two pictures. */
async function finished(at = DONE): Promise<string> {
  const { id } = await startFor(team.member, set);
  const claim = await claimGeneration(db, ['studio']);
  if (claim?.id !== id) throw new Error('claimed another one');
  await runGeneration(db, claim, { chain: [directedEngine()], shutdown: new AbortController().signal });
  await db.update(generation).set({ finishedAt: at }).where(eq(generation.id, id));
  return id;
}

const isThere = async (id: string) => {
  const [row] = await db.select().from(generation).where(eq(generation.id, id));
  return row?.deletedAt === null;
};
const mails = () =>
  db
    .select()
    .from(mail)
    .where(and(eq(mail.recipient, team.member.email), eq(mail.template, 'pictures-due')));
const notices = () =>
  db
    .select()
    .from(notice)
    .where(and(eq(notice.userId, team.member.userId), eq(notice.type, 'pictures.due')));

test('Free: a warning a week before, once, with how to keep them; gone after 30 days, with a receipt', async () => {
  const id = await finished();
  const [row] = await db.select().from(picture).where(eq(picture.generationId, id));
  await keepPictures(db, day(22));
  expect(await mails()).toEqual([]);
  for (const now of [day(22.5), plus(day(23), 5 * HOUR), day(29.9)]) {
    await keepPictures(db, now);
    expect(await isThere(id)).toBe(true);
  }
  expect(await notices()).toMatchObject([
    {
      title: '2 pictures will be deleted on 20 Dec',
      body: 'Download what you want to keep. Your team has Free, which keeps pictures 30 days; Plus keeps them 180 days, and comes with the first credits your team buys.',
      href: `/teams/${team.slug}/headshots/${id}`,
    },
  ]);
  const sent = await mails();
  expect(sent).toMatchObject([{ subject: '2 pictures will be deleted on 20 Dec' }]);
  expect(sent[0]?.text).toContain(`/teams/${team.slug}/headshots/${id}`);

  expect(await keepPictures(db, day(30))).toMatchObject({ deleted: 1 });
  expect(await keepPictures(db, day(30))).toEqual({ warned: 0, deleted: 0 });
  expect(await isThere(id)).toBe(false);
  const [request] = await db.select().from(deletionRequest).where(eq(deletionRequest.targetId, id));
  expect(request).toMatchObject({ kind: 'generation', requestedBy: 'system:privacy.retention' });
  await purgeDeletion(systemCtx(db, team.orgId), request?.id ?? '');
  expect(await blobs().get(row?.blobKey ?? '')).toBeNull();
  expect(await db.select().from(picture).where(eq(picture.generationId, id))).toEqual([]);
  const receipt = await getDeletion({ db, userId: team.member.userId }, request?.id ?? '');
  expect(receipt).toMatchObject({ status: 'done', counts: { objects: 2, files: 4 } });
});

test('Plus keeps them 180 days, Pro as long as wanted', async () => {
  const id = await finished();
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  await keepPictures(db, day(172));
  expect(await notices()).toEqual([]);
  await keepPictures(db, day(173));
  expect(await notices()).toMatchObject([{ title: '2 pictures will be deleted on 19 May' }]);
  await keepPictures(db, day(179.9));
  expect(await isThere(id)).toBe(true);
  await givePlan(team, 'pro', day(179.9));
  await keepPictures(db, day(200));
  expect(await isThere(id)).toBe(true);
  await endPlan(team);
  await keepPictures(db, day(200));
  expect(await isThere(id)).toBe(true);
  await keepPictures(db, day(207));
  expect(await isThere(id)).toBe(false);
});

test('a plan that ends deletes nothing at once: the warning comes first, and seven days', async () => {
  await givePlan(team, 'plus', DONE);
  const old = await finished(day(-100));
  await keepPictures(db, DONE);
  expect(await notices()).toEqual([]);
  await endPlan(team);
  await keepPictures(db, DONE);
  expect(await notices()).toMatchObject([{ title: '2 pictures will be deleted on 27 Nov' }]);
  await keepPictures(db, day(6.99));
  expect(await isThere(old)).toBe(true);
  await keepPictures(db, day(7));
  expect(await isThere(old)).toBe(false);
});

test('a better tier takes the warning back; it comes again in its time', async () => {
  const id = await finished();
  await keepPictures(db, day(25));
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  await keepPictures(db, day(31));
  expect(await isThere(id)).toBe(true);
  const [row] = await db.select().from(generation).where(eq(generation.id, id));
  expect(row?.warnedAt).toBeNull();
  await keepPictures(db, day(175));
  expect(await mails()).toHaveLength(2);
  await keepPictures(db, day(181));
  expect(await isThere(id)).toBe(true);
  await keepPictures(db, day(182));
  expect(await isThere(id)).toBe(false);
});

test('what was made on one day is one mail; what the person deleted is none', async () => {
  await finished();
  await finished(plus(DONE, 11 * HOUR));
  const tomorrow = await finished(day(1));
  const gone = await finished();
  await requestDeletion(team.member.ctx, { kind: 'generation', targetId: gone });
  expect(await keepPictures(db, day(23))).toMatchObject({ warned: 1 });
  expect(await mails()).toMatchObject([{ subject: '4 pictures will be deleted on 20 Dec' }]);
  expect((await notices())[0]?.href).toBe(`/teams/${team.slug}/headshots`);
  for (const one of await db.select().from(picture).where(eq(picture.generationId, tomorrow)))
    await requestDeletion(team.member.ctx, { kind: 'picture', targetId: one.id });
  expect(await keepPictures(db, day(24))).toMatchObject({ warned: 0 });
  expect(await mails()).toHaveLength(1);
});

test('pictures of people who left go like all others, told where they are; another team’s tier is its own', async () => {
  const id = await finished();
  await db.delete(member).where(eq(member.id, team.member.memberId));
  const left = team;
  team = await makeTeam(db);
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  set = await readyTeam(team);
  const other = await finished();
  team = left;
  expect(await keepPictures(db, day(23))).toMatchObject({ warned: 1 });
  expect(await notices()).toMatchObject([
    {
      title: '2 pictures will be deleted on 20 Dec',
      body: `Download what you want to keep. You left Team ${team.slug}, which keeps pictures 30 days. They are on your account page.`,
      href: '/account/pictures',
    },
  ]);
  expect((await mails())[0]?.text).toContain('/account/pictures');
  await keepPictures(db, day(29.9));
  expect(await isThere(id)).toBe(true);
  await keepPictures(db, day(30));
  expect([await isThere(id), await isThere(other)]).toEqual([false, true]);
  const [request] = await db.select().from(deletionRequest).where(eq(deletionRequest.targetId, id));
  await purgeDeletion(systemCtx(db, team.orgId), request?.id ?? '');
  expect(await db.select().from(picture).where(eq(picture.generationId, id))).toEqual([]);
});

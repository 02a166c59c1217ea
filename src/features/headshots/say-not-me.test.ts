/** "Looks like me" and "not me": what is kept, what comes back, up to where, and that nothing comes back twice. */
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readBlob } from '@/adapters/blob/blob';
import { GET as readFile } from '@/app/api/files/pictures/[id]/[variant]/route';
import { auditEvent, staffFlag } from '@/db/schema/audit';
import { generation, generationTransition, picture, pictureVerdict } from '@/db/schema/generation';
import { teamEvent } from '@/db/schema/notifications';
import { deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { findMyWallet, getOverview } from '@/features/credits/queries';
import { verifyLedger } from '@/features/credits/verify-ledger';
import { claimGeneration } from '@/features/generation/claim';
import { HOLD_CHECKS } from '@/features/generation/hold-checks';
import { getGeneration } from '@/features/generation/queries';
import { runGeneration } from '@/features/generation/run-generation';
import { removeMember } from '@/features/organizations/remove-member';
import { purgeDeletion } from '@/features/privacy/purge';
import { DAY, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import {
  makeMember,
  makeTeam,
  systemCtx,
  type TestMember,
  type TestTeam,
} from '../../../tests/support/factories';
import { directedEngine, readyTeam, startFor } from '../../../tests/support/generations';
import { pointAtTestDatabase, signIn } from '../../../tests/support/signed-in';
import { deleteHeadshots } from './delete-headshots';
import { downloadGeneration, downloadPicture } from './download';
import { sayLikeMe } from './say-like-me';
import { sayNotMe } from './say-not-me';

type Made = { id: string; pictures: string[] };

let db: Db;
let team: TestTeam;
let me: TestMember;
let set: string;

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
});

beforeEach(async () => {
  await db.update(generation).set({ availableAt: new Date('2100-01-01') });
  team = await makeTeam(db);
  set = await readyTeam(team, 40);
  me = team.member;
});

/** A finished generation, its pictures by number. */
async function make(variations: number, style = 'corporate'): Promise<Made> {
  const { id } = await startFor(me, set, { variations, style });
  const claim = await claimGeneration(db, ['studio']);
  if (claim?.id !== id) throw new Error('claimed another one');
  await runGeneration(db, claim, { chain: [directedEngine()], shutdown: new AbortController().signal });
  const rows = await db.select().from(picture).where(eq(picture.generationId, id)).orderBy(picture.number);
  return { id, pictures: rows.map((row) => row.id) };
}

const notMe = (made: Made, at: number, who = me, clock?: () => Date) =>
  sayNotMe(who.ctx, { generationId: made.id, pictureId: made.pictures[at] ?? '' }, clock);

const likeMe = (made: Made, at: number, said = true) =>
  sayLikeMe(me.ctx, { generationId: made.id, pictureId: made.pictures[at] ?? '', said });

const free = async () => (await findMyWallet(me.ctx)).free;

async function verdictOf(pictureId = '') {
  const [row] = await db.select().from(pictureVerdict).where(eq(pictureVerdict.pictureId, pictureId));
  return row;
}

const actionsOn = async (pictureId = '') =>
  (await db.select().from(auditEvent).where(eq(auditEvent.subjectId, pictureId))).map(({ action }) => action);

const late = () => plus(new Date(), 8 * DAY);

const differences = async () => (await verifyLedger(db, team.orgId, HOLD_CHECKS)).differences;

describe('not me', () => {
  test('the picture goes everywhere, its own price is back at once, and it is told', async () => {
    const made = await make(2, 'executive');
    const [gone = '', stays = ''] = made.pictures;
    const [row] = await db.select().from(picture).where(eq(picture.id, gone));
    const cookie = await signIn(me.userId);
    const file = async (id: string, variant: string) =>
      (
        await readFile(new Request('http://localhost:3000/api/x', { headers: cookie }), {
          params: Promise.resolve({ id, variant }),
        })
      ).status;
    await downloadPicture(me.ctx, { generationId: made.id, pictureId: gone, format: 'png' });
    expect(await free()).toBe(36);

    expect(await notMe(made, 0)).toEqual({ decision: 'refund', credits: 2, message: null });

    expect(await free()).toBe(38);
    expect([
      await file(gone, 'picture'),
      await file(gone, 'thumbnail'),
      await file(stays, 'picture'),
    ]).toEqual([404, 404, 200]);
    await expect(
      downloadPicture(me.ctx, { generationId: made.id, pictureId: gone, format: 'jpeg' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const zip = Buffer.from(
      await new Response(
        (await downloadGeneration(me.ctx, { generationId: made.id, format: 'jpeg' })).body,
      ).arrayBuffer(),
    );
    expect([zip.includes('-1.jpg'), zip.includes('-2.jpg')]).toEqual([false, true]);
    const shown = await getGeneration(me.ctx, made.id);
    expect(shown.pictures.map(({ id }) => id)).toEqual([stays]);
    expect(shown.credits).toMatchObject({ each: 2, charged: 4, refunded: 2 });
    const [request] = await db.select().from(deletionRequest).where(eq(deletionRequest.targetId, gone));
    await purgeDeletion(me.ctx, request?.id ?? '');
    expect([await readBlob(row?.blobKey ?? ''), await readBlob(row?.thumbnailKey ?? '')]).toEqual([
      null,
      null,
    ]);
    expect(await verdictOf(gone)).toMatchObject({ verdict: 'not_me', refunded: 2, ofFirst: true });

    expect(await actionsOn(gone)).toEqual(['privacy.request_deletion', 'headshots.not_me', 'privacy.purge']);
    expect(await actionsOn(made.id)).toContain('credits.refund');
    const moves = await db
      .select()
      .from(generationTransition)
      .where(eq(generationTransition.pictureId, gone));
    expect(moves.at(-1)).toMatchObject({
      fromStatus: 'accepted',
      toStatus: 'returned',
      actor: `member:${me.memberId}`,
    });
    const events = await db
      .select()
      .from(teamEvent)
      .where(and(eq(teamEvent.organizationId, team.orgId), eq(teamEvent.type, 'picture.changed')));
    expect(events.map(({ userId }) => userId)).toEqual([me.userId]);
    expect(await differences()).toEqual([]);
  });

  test('said twice, also at the same moment, it comes back once', async () => {
    const made = await make(2);
    const answers = await Promise.all([notMe(made, 0), notMe(made, 0), notMe(made, 0)]);
    expect(answers).toEqual(Array(3).fill({ decision: 'refund', credits: 1, message: null }));
    expect(await notMe(made, 0)).toMatchObject({ credits: 1 });
    expect(await free()).toBe(39);
    expect(await differences()).toEqual([]);
    await db.update(generation).set({ refunded: 0 }).where(eq(generation.id, made.id));
    await db.delete(pictureVerdict).where(eq(pictureVerdict.generationId, made.id));
    expect(await differences()).toMatchObject([{ check: 'returned pictures', subject: made.pictures[0] }]);
  });

  test('all of the first generation come back; of what follows the share, whatever is pressed at once', async () => {
    const first = await make(2);
    await Promise.all([notMe(first, 0), notMe(first, 1)]);
    expect(await free()).toBe(40);
    const later = [await make(4), await make(4)];
    // 30 % of ten headshots. Returned ones count as headshots, those of the first generation not as returned.
    const answers = await Promise.all(later.flatMap((made) => [0, 1, 2].map((at) => notMe(made, at))));
    expect(answers.filter(({ decision }) => decision === 'refund')).toHaveLength(3);
    expect(answers.filter(({ decision }) => decision === 'limit')).toHaveLength(3);
    expect(await free()).toBe(35);
    const kept = answers.findIndex(({ decision }) => decision === 'limit');
    const pictureId = later[Math.floor(kept / 3)]?.pictures[kept % 3];
    expect(answers[kept]).toMatchObject({
      credits: 0,
      message: expect.stringContaining('3 of your 10 headshots'),
    });
    expect(await verdictOf(pictureId)).toMatchObject({ verdict: 'not_me', refunded: null });
    const [still] = await db
      .select()
      .from(picture)
      .where(eq(picture.id, pictureId ?? ''));
    expect(still).toMatchObject({ status: 'accepted', deletedAt: null });
    const flags = await db.select().from(staffFlag).where(eq(staffFlag.organizationId, team.orgId));
    expect(flags).toMatchObject([{ kind: 'not_me_refunds', subjectId: me.userId, closedAt: null }]);
    expect(await differences()).toEqual([]);
  });

  test('who leaves and comes back has had their first generation', async () => {
    await make(1);
    const second = await make(2);
    const again = await makeMember(db, team.orgId, 'member');
    // The same person under a new membership.
    const moved = { memberId: again.memberId };
    await db.update(generation).set(moved).where(eq(generation.id, second.id));
    await db.update(picture).set(moved).where(eq(picture.generationId, second.id));
    const ctx = { ...me.ctx, actor: { ...me.actor, memberId: again.memberId } };
    const answers = [await notMe(second, 0, { ...me, ctx }), await notMe(second, 1, { ...me, ctx })];
    expect(answers.map(({ decision }) => decision)).toEqual(['refund', 'limit']);
  });

  test('after seven days the answer is kept and nothing else changes', async () => {
    const made = await make(1);
    expect(await notMe(made, 0, me, late)).toMatchObject({
      decision: 'late',
      credits: 0,
      message: expect.stringContaining('7 days'),
    });
    expect(await free()).toBe(39);
    expect((await getGeneration(me.ctx, made.id)).pictures).toMatchObject([
      { verdict: 'not_me', status: 'accepted' },
    ]);
    expect(await db.select().from(staffFlag).where(eq(staffFlag.organizationId, team.orgId))).toEqual([]);
  });

  test('what is deleted, by hand or with its generation, does not come back; at the same moment only one of the two', async () => {
    const made = await make(3);
    const [one = '', two = ''] = made.pictures;
    await deleteHeadshots(me.ctx, { pictureIds: [one] });
    await expect(notMe(made, 0)).rejects.toMatchObject({ code: 'not_found' });
    const [said] = await Promise.allSettled([notMe(made, 1), deleteHeadshots(me.ctx, { pictureIds: [two] })]);
    expect(await free()).toBe(said.status === 'fulfilled' ? 38 : 37);
    const [third] = await Promise.allSettled([
      notMe(made, 2),
      deleteHeadshots(me.ctx, { generationIds: [made.id] }),
    ]);
    expect(await free()).toBe(
      (said.status === 'fulfilled' ? 38 : 37) + (third.status === 'fulfilled' ? 1 : 0),
    );
    const visible = await db
      .select()
      .from(picture)
      .where(and(eq(picture.generationId, made.id), eq(picture.status, 'accepted')));
    expect(visible.every(({ deletedAt }) => deletedAt !== null)).toBe(true);
    expect(await differences()).toEqual([]);
  });

  test('not while the others are drawn: nothing is charged before', async () => {
    const { id } = await startFor(me, set, { variations: 2 });
    const [row] = await db.select().from(picture).where(eq(picture.generationId, id));
    await db
      .update(picture)
      .set({ status: 'accepted' })
      .where(eq(picture.id, row?.id ?? ''));
    await expect(notMe({ id, pictures: [row?.id ?? ''] }, 0)).rejects.toMatchObject({ code: 'conflict' });
    expect(await verdictOf(row?.id)).toBeUndefined();
  });

  test('a member who was removed meanwhile: the credits go to the pool', async () => {
    const made = await make(2);
    await removeMember(team.admin.ctx, { memberId: me.memberId });
    const { pool } = await getOverview(team.admin.ctx);
    expect(await notMe(made, 0)).toMatchObject({ decision: 'refund', credits: 1 });
    expect(await getOverview(team.admin.ctx)).toMatchObject({ pool: pool + 1 });
    expect(await differences()).toEqual([]);
  });

  test('nobody says it of another person’s picture: no colleague, no admin, no other team, no job', async () => {
    const made = await make(1);
    const other = await makeTeam(db);
    const strangers = [
      await makeMember(db, team.orgId, 'member'),
      team.admin,
      team.owner,
      other.member,
      { ...me, ctx: { ...me.ctx, orgId: other.orgId } },
    ];
    // Neither gets it deleted, nor, when it is too late for that, their answer kept.
    for (const clock of [undefined, late])
      for (const stranger of strangers)
        await expect(notMe(made, 0, stranger, clock)).rejects.toMatchObject({ code: 'not_found' });
    expect(await verdictOf(made.pictures[0])).toBeUndefined();
    await expect(notMe(made, 0, { ...me, ctx: systemCtx(db, team.orgId) })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await free()).toBe(39);
    // Nor do they learn that it was returned.
    await notMe(made, 0);
    for (const stranger of strangers)
      await expect(notMe(made, 0, stranger)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('looks like me', () => {
  test('is kept, free, and taken back; not me may follow', async () => {
    const made = await make(2);
    await likeMe(made, 0);
    expect(await verdictOf(made.pictures[0])).toMatchObject({ verdict: 'like_me', refunded: null });
    expect((await getGeneration(me.ctx, made.id)).pictures).toMatchObject([
      { verdict: 'like_me' },
      { verdict: null },
    ]);
    await likeMe(made, 0, false);
    expect(await verdictOf(made.pictures[0])).toBeUndefined();
    await likeMe(made, 0);
    expect(await actionsOn(made.pictures[0])).toEqual([
      'headshots.like_me',
      'headshots.no_verdict',
      'headshots.like_me',
    ]);
    expect(await free()).toBe(38);
    await notMe(made, 0);
    await expect(likeMe(made, 0)).rejects.toMatchObject({ code: 'not_found' });
    expect(await verdictOf(made.pictures[0])).toMatchObject({ verdict: 'not_me', refunded: 1 });
  });

  test('is nobody else’s to say', async () => {
    const made = await make(1);
    const which = { generationId: made.id, pictureId: made.pictures[0] ?? '', said: true };
    for (const { ctx } of [team.admin, (await makeTeam(db)).member])
      await expect(sayLikeMe(ctx, which)).rejects.toMatchObject({ code: 'not_found' });
    await expect(sayLikeMe(systemCtx(db, team.orgId), which)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

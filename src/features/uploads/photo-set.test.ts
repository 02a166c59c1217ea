/** The set's verbs on a real database, with photos whose numbers the test decides. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealEmbedding } from '@/adapters/blob/vault';
import type { Ctx } from '@/db/context';
import { pgError } from '@/db/errors';
import { auditEvent } from '@/db/schema/audit';
import { member } from '@/db/schema/auth';
import { teamEvent } from '@/db/schema/notifications';
import { photo, photoSet } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { withdrawConsent } from '@/features/privacy/withdraw-consent';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { giveConsent, makeSet, type SetOptions } from '../../../tests/support/generations';
import { dHashOf, embeddingOf, measurementsOf } from '../../../tests/support/measurements';
import { addPhoto } from './add-photo';
import { chooseSet, shelveSet } from './choose-set';
import { deletePhoto } from './delete-photo';
import { deletePhotoSet } from './delete-photo-set';
import { getCurrentSet, getPhotoFile, getPhotoSet, listPhotoSets } from './queries';
import { renameSet } from './rename-set';
import { submitPhotoSet } from './submit-photo-set';

let db: Db;
let team: TestTeam;

beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
  await giveConsent(team.member);
});

const distinct: SetOptions = { status: 'open', measure: (at) => measurementsOf({ dHash: dHashOf(at) }) };
const openSetOf = (count: number, options: SetOptions = {}) =>
  makeSet(team.member, { ...distinct, count, ...options });
const photosOf = (setId: string) =>
  db.select().from(photo).where(eq(photo.photoSetId, setId)).orderBy(photo.createdAt, photo.id);

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}

const upload = (clientKey: string, stream = streamOf(new Uint8Array([1]))) =>
  addPhoto(team.member.ctx, { clientKey, name: 'me.jpg', stream });

describe('submitting', () => {
  test('six usable photos of one person can be generated from, and it is audited', async () => {
    const setId = await openSetOf(6);
    expect(await submitPhotoSet(team.member.ctx, setId)).toEqual({ photoSetId: setId });
    expect(await getCurrentSet(team.member.ctx)).toMatchObject({ id: setId, status: 'submitted' });
    await submitPhotoSet(team.member.ctx, setId);
    const audit = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, setId));
    expect(audit.map(({ action }) => action)).toEqual(['uploads.submit_photo_set']);
  });

  test.each([
    ['five', 5, {}, 5],
    ['fifteen', 15, {}, 15],
    ['five each of two people', 10, { embedding: (at: number) => embeddingOf(at % 2, 0.3, 20 + at) }, 5],
    ['one photo nine times', 9, { measure: () => measurementsOf() }, 1],
    ['six blurred', 6, { measure: () => measurementsOf({ face: { sharpness: 0.1 } }) }, 0],
  ] as const)('%s: impossible, whatever the rows said before', async (_name, count, options, usable) => {
    const setId = await openSetOf(count, options);
    await expect(submitPhotoSet(team.member.ctx, setId)).rejects.toMatchObject({
      code: 'invalid',
      details: { reason: 'photo_set_incomplete', usable },
    });
    expect((await getCurrentSet(team.member.ctx)).status).toBe('open');
  });

  test('another member’s set, another team’s and a deleted one are not found', async () => {
    const setId = await openSetOf(6);
    const other = await makeTeam(db);
    for (const person of [team.admin, other.member]) {
      await giveConsent(person);
      await expect(submitPhotoSet(person.ctx, setId)).rejects.toMatchObject({ code: 'not_found' });
      await expect(getPhotoSet(person.ctx, setId)).rejects.toMatchObject({ code: 'not_found' });
      await expect(deletePhotoSet(person.ctx, setId)).rejects.toMatchObject({ code: 'not_found' });
    }
    await deletePhotoSet(team.member.ctx, setId);
    await expect(submitPhotoSet(team.member.ctx, setId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await getCurrentSet(team.member.ctx)).toMatchObject({ id: null, status: 'empty', photos: [] });
  });

  test('without consent nothing is submitted or uploaded', async () => {
    const setId = await makeSet(team.admin, { ...distinct, count: 6 });
    const refusal = { code: 'forbidden', details: { reason: 'consent_required' } };
    await expect(submitPhotoSet(team.admin.ctx, setId)).rejects.toMatchObject(refusal);
    const file = { clientKey: 'key-12345', name: 'me.jpg', stream: streamOf(new Uint8Array([1])) };
    await expect(addPhoto(team.admin.ctx, file)).rejects.toMatchObject(refusal);
  });
});

describe('deleting a photo', () => {
  test('frees its duplicate, tells open pages, and a submitted set of six is open again', async () => {
    const same = { measure: (at: number) => measurementsOf({ dHash: dHashOf(Math.max(1, at)) }) };
    const setId = await openSetOf(7, same);
    await submitPhotoSet(team.member.ctx, setId);
    const [first, copy] = await photosOf(setId);
    expect(copy).toMatchObject({ status: 'rejected', findings: [{ check: 'duplicate' }] });

    await deletePhoto(team.member.ctx, first?.id ?? '');
    const left = await getCurrentSet(team.member.ctx);
    expect(left).toMatchObject({ status: 'submitted', usable: 6 });
    expect(left.photos[0]).toMatchObject({ id: copy?.id, status: 'accepted', findings: [] });
    await deletePhoto(team.member.ctx, copy?.id ?? '');
    expect(await getCurrentSet(team.member.ctx)).toMatchObject({
      status: 'open',
      usable: 5,
      blocked: 'Add 1 photo that can be used: you have 5 of 6.',
    });
    const events = await db.select().from(teamEvent).where(eq(teamEvent.userId, team.member.userId));
    expect(events.map(({ type }) => type)).toEqual(['photo.checked', 'photo.checked']);
  });

  test('another member’s photo is not found', async () => {
    const [mine] = await photosOf(await openSetOf(6));
    await expect(deletePhoto(team.admin.ctx, mine?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the link to a file', () => {
  const linkFor = (userId: string, photoId: string) => getPhotoFile({ db, userId }, photoId, 'working');

  test('works for the person alone, dies with the photo and with the membership', async () => {
    const [one, two] = await photosOf(await openSetOf(6));
    const { userId, memberId } = team.member;
    expect(await linkFor(userId, one?.id ?? '')).toEqual({ key: one?.workingKey });
    for (const stranger of [team.owner.userId, team.admin.userId]) {
      await expect(linkFor(stranger, one?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    }
    await deletePhoto(team.member.ctx, one?.id ?? '');
    await expect(linkFor(userId, one?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await db.delete(member).where(eq(member.id, memberId));
    await expect(linkFor(userId, two?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an upload before it is checked', () => {
  test('the thirty-first waiting photo is refused', async () => {
    await openSetOf(30);
    await expect(upload('one-too-many')).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'too_many_photos', limit: 30 },
    });
  });

  test('a repeated key is the same photo, also while it is still being checked', async () => {
    const setId = await openSetOf(6);
    const [row] = await photosOf(setId);
    const repeat = await upload(row?.clientKey ?? '');
    expect(repeat).toMatchObject({ created: false, photo: { id: row?.id, status: 'accepted' } });
    await db
      .update(photo)
      .set({ status: 'checking' })
      .where(eq(photo.id, row?.id ?? ''));
    expect(await upload(row?.clientKey ?? '')).toMatchObject({
      created: false,
      photo: { thumbnailUrl: null },
    });
    expect(await photosOf(setId)).toHaveLength(6);
  });

  test('more than 25 MB stops being read', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    await expect(upload('endless-file', endless)).rejects.toMatchObject({ code: 'too_large' });
    expect(sent).toBeLessThan(30);
    expect(await getCurrentSet(team.member.ctx)).toMatchObject({ photos: [] });
  });

  test.each(['', 'short', 'a'.repeat(101), '../../etc/passwd', 'with space'])(
    'the key %j is refused',
    async (key) => {
      await expect(upload(key)).rejects.toThrow();
    },
  );
});

test('embeddings are unreadable in the table and bound to their photo', async () => {
  const setId = await openSetOf(6);
  const [one, two] = await photosOf(setId);
  const plain = Buffer.from(embeddingOf(7, 0.1, 20).buffer);
  expect(one?.embedding?.includes(plain.subarray(28, 32))).toBe(false);
  await db
    .update(photo)
    .set({ embedding: two?.embedding ?? null })
    .where(eq(photo.id, one?.id ?? ''));
  await expect(submitPhotoSet(team.member.ctx, setId)).rejects.toMatchObject({ details: { usable: 5 } });
  await db
    .update(photo)
    .set({ embedding: sealEmbedding(embeddingOf(7), one?.id ?? '') })
    .where(eq(photo.id, one?.id ?? ''));
  await submitPhotoSet(team.member.ctx, setId);
});

describe('several sets', () => {
  const chosen = async () => (await listPhotoSets(team.member.ctx)).sets.filter(({ current }) => current);

  test('one is put aside whole, photos begin a new one, and it is chosen again as it was', async () => {
    const first = await openSetOf(6);
    await submitPhotoSet(team.member.ctx, first);
    await renameSet(team.member.ctx, first, 'Summer');
    await shelveSet(team.member.ctx, first);
    await shelveSet(team.member.ctx, first);
    expect(await getCurrentSet(team.member.ctx)).toMatchObject({ id: null, photos: [] });
    expect(await chosen()).toEqual([]);
    const second = await makeSet(team.member, { ...distinct, count: 2, beside: true });
    expect(await chosen()).toMatchObject([{ id: second, name: null, photos: 2 }]);
    await chooseSet(team.member.ctx, first);
    await chooseSet(team.member.ctx, first);
    expect(await getCurrentSet(team.member.ctx)).toMatchObject({ id: first, status: 'submitted', usable: 6 });
    expect((await listPhotoSets(team.member.ctx)).sets).toMatchObject([
      { id: second, current: false, usable: 2, inUse: false },
      { id: first, name: 'Summer', current: true, photos: 6, thumbnailUrls: expect.any(Array) },
    ]);
    await deletePhotoSet(team.member.ctx, first);
    expect(await chosen()).toEqual([]);
    const [gone] = await db.select().from(photoSet).where(eq(photoSet.id, first));
    expect(gone).toMatchObject({ status: 'deleted', name: null });
    const audit = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, first));
    const actions = audit.map(({ action }) => action).filter((action) => action.startsWith('uploads.'));
    expect(actions.toSorted()).toEqual([
      'uploads.choose_photo_set',
      'uploads.rename_photo_set',
      'uploads.shelve_photo_set',
      'uploads.submit_photo_set',
    ]);
    expect(JSON.stringify(audit)).not.toContain('Summer');
  });

  test('two chosen at once: one takes the photos', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const id = await makeSet(team.member, { ...distinct, count: 1, beside: true });
      ids.push(id);
      if (at < 3) await shelveSet(team.member.ctx, id);
    }
    await Promise.all(ids.map((id) => chooseSet(team.member.ctx, id)));
    expect(await chosen()).toHaveLength(1);
  });

  test('five are kept, the sixth is refused', async () => {
    for (let at = 0; at < 5; at += 1) {
      const id = await makeSet(team.member, { ...distinct, count: 1, beside: true });
      const shelved = shelveSet(team.member.ctx, id);
      if (at < 4) await shelved;
      else
        await expect(shelved).rejects.toMatchObject({
          code: 'conflict',
          details: { reason: 'too_many_sets' },
        });
    }
  });

  test('another member’s and another team’s are not found', async () => {
    const setId = await openSetOf(6);
    const other = await makeTeam(db);
    for (const { ctx } of [team.admin, other.member]) {
      const change = (name: string) => (ctx: Ctx, id: string) => renameSet(ctx, id, name);
      for (const attempt of [chooseSet, shelveSet, change('Mine')])
        await expect(attempt(ctx, setId)).rejects.toMatchObject({ code: 'not_found' });
      expect(await listPhotoSets(ctx)).toEqual({ sets: [] });
    }
  });

  test('withdrawing the consent deletes every one of them', async () => {
    const first = await openSetOf(6);
    await shelveSet(team.member.ctx, first);
    const second = await makeSet(team.member, { ...distinct, count: 1, beside: true });
    const { deletions } = await withdrawConsent(team.member.ctx, { stopGeneration: async () => {} });
    expect(deletions.map(({ targetId }) => targetId)).toEqual([first, second]);
    expect(await listPhotoSets(team.member.ctx)).toEqual({ sets: [] });
  });
});

test('one of a member’s sets takes the photos: the database says so', async () => {
  const setId = await openSetOf(6);
  const { memberId, userId } = team.member;
  const second = { id: `${setId}-2`, organizationId: team.orgId, memberId, userId };
  const failure = await db
    .insert(photoSet)
    .values(second)
    .catch((error: unknown) => error);
  expect(pgError(failure)).toMatchObject({ code: '23505', constraint: 'photo_set_current' });
});

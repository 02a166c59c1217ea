/** Edits of one real picture: what they do to its pixels, who may, and what becomes of their files. */
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { blobs, newBlobKey, readBlob } from '@/adapters/blob/blob';
import { sealEmbedding } from '@/adapters/blob/vault';
import { closeVision, vision } from '@/adapters/vision/vision';
import { auditEvent } from '@/db/schema/audit';
import { generation, picture } from '@/db/schema/generation';
import { backdrop, pictureVersion } from '@/db/schema/headshots';
import { consent, deletionRequest } from '@/db/schema/privacy';
import { photo } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { getGeneration } from '@/features/generation/queries';
import { purgeDeletion } from '@/features/privacy/purge';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { keepSchedule } from '@/features/privacy/retention';
import { newId } from '@/lib/ids';
import { HOUR, plus } from '@/lib/time';
import { provenanceXmp } from '@/vision/photo/provenance';
import { testDatabase } from '../../../tests/support/database';
import { makeMember, makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { giveConsent, makeBackdrop, readyTeam, startFor } from '../../../tests/support/generations';
import { embeddingOf } from '../../../tests/support/measurements';
import { pointAtTestDatabase } from '../../../tests/support/signed-in';
import { endPlan } from '../../../tests/support/tiers';
import { chooseVersion } from './choose-version';
import { downloadPicture } from './download';
import { MAX_VERSIONS, type PictureEdit, unedited } from './edit-types';
import { getPictureFile } from './picture-files';
import { previewEdit } from './preview-edit';
import { saveEdit } from './save-edit';
import { listVersions } from './version-queries';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const WIDTH = 320;
const HEIGHT = 400;
const PLAIN = unedited('4:5');
const GREEN: PictureEdit = { ...PLAIN, backdrop: { kind: 'colour', colour: '#2e6f5e' } };

let db: Db;
let team: TestTeam;
let place: { generationId: string; pictureId: string };
let original: Buffer;
let set: string;

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
  team = await makeTeam(db);
  const portrait = sharp(readFileSync('tests/fixtures/portraits/fezbot.jpg'))
    .resize(WIDTH, HEIGHT, { fit: 'cover', position: 'top' })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  const { embedding } = await vision().scorePicture(await portrait.toBuffer());
  set = await readyTeam(team, 20, { count: 6, embedding: () => embedding ?? new Float32Array(128) });
  const { id } = await startFor(team.member, set, { variations: 1 });
  original = await portrait
    .withXmp(provenanceXmp({ sourceType: 'algorithmicallyEnhanced', creatorTool: 'test', generationId: id }))
    .toBuffer();
  place = { generationId: id, pictureId: await accept(id, original) };
});
afterAll(() => closeVision());

async function accept(generationId: string, jpeg: Uint8Array): Promise<string> {
  const [row] = await db
    .update(picture)
    .set({
      status: 'accepted',
      blobKey: newBlobKey('pictures', 'jpg'),
      thumbnailKey: newBlobKey('pictures', 'webp'),
      width: WIDTH,
      height: HEIGHT,
    })
    .where(eq(picture.generationId, generationId))
    .returning();
  await db
    .update(generation)
    .set({ status: 'completed', charged: 1, finishedAt: new Date() })
    .where(eq(generation.id, generationId));
  await blobs().put(row?.blobKey ?? '', jpeg, 'image/jpeg');
  await blobs().put(row?.thumbnailKey ?? '', jpeg, 'image/webp');
  return row?.id ?? '';
}

const save = (edit: PictureEdit, key = newId('request'), who = team.member.ctx) =>
  saveEdit(who, { ...place, edit, idempotencyKey: key });
const rows = () => db.select().from(pictureVersion).orderBy(pictureVersion.number);

async function pixels(file: Uint8Array) {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4).subarray(0, 4)];
  return { at, ...info };
}

test('a colour is that colour wherever nobody stands, the person stays, and the original is untouched', async () => {
  const { version, replayed } = await save(GREEN);
  expect([version.number, version.current, replayed]).toEqual([1, true, false]);
  const [row] = await rows();
  const file = (await readBlob(row?.blobKey ?? '')) ?? Buffer.alloc(0);
  const { at } = await pixels(file);
  for (const [x, y] of [
    [3, 3],
    [WIDTH - 4, 3],
    [10, 40],
  ] as const)
    at(x, y).forEach((v, k) => {
      expect(Math.abs(v - ([0x2e, 0x6f, 0x5e, 255][k] ?? 0))).toBeLessThanOrEqual(2);
    });
  expect(row?.likeness).toBeGreaterThan(0.9);
  expect(row).toMatchObject({ width: WIDTH, height: HEIGHT, format: 'jpeg', parentId: null });
  const { xmp, exif, icc } = await sharp(file).metadata();
  expect(xmp?.toString()).toContain('algorithmicallyEnhanced');
  expect(xmp?.toString()).toContain(place.generationId);
  expect([exif, icc]).toEqual([undefined, undefined]);
  expect((await readBlob((await shown('original')).key))?.equals(original)).toBe(true);
  const [audited] = await db.select().from(auditEvent).where(eq(auditEvent.action, 'headshots.edit'));
  expect(audited).toMatchObject({ subjectId: place.pictureId, data: { versionId: version.id, number: 1 } });
});

function shown(version?: string, userId = team.member.userId) {
  return getPictureFile({ db, userId }, { pictureId: place.pictureId, variant: 'picture', version });
}

test('without a backdrop: a PNG whose edges carry no old colour, on white as JPEG, nothing behind the transparency', async () => {
  const { version } = await save({
    ...PLAIN,
    backdrop: { kind: 'none' },
    crop: { ...PLAIN.crop, aspect: '1:1' },
  });
  expect(version).toMatchObject({ number: 2, transparent: true, width: WIDTH, height: WIDTH });
  const file = await shown();
  expect([file.stored, file.contentType]).toEqual(['png', 'image/png']);
  const { data, info } = await sharp((await readBlob(file.key)) ?? Buffer.alloc(0))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  let clear = 0;
  let solid = 0;
  let betrayed = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 255) solid += 1;
    if (data[i + 3] !== 0) continue;
    clear += 1;
    if (data[i] || data[i + 1] || data[i + 2]) betrayed += 1;
  }
  expect(betrayed, 'clear pixels that still hold a colour').toBe(0);
  expect(clear / (data.length / 4)).toBeGreaterThan(0.1);
  expect(solid / (data.length / 4)).toBeGreaterThan(0.3);
  const jpeg = await downloadPicture(team.member.ctx, { ...place, format: 'jpeg' });
  expect((await pixels(new Uint8Array(await new Response(jpeg.body).arrayBuffer()))).at(3, 3)).toEqual([
    255, 255, 255, 255,
  ]);
  const detail = await getGeneration(team.member.ctx, place.generationId);
  expect(detail.pictures[0]).toMatchObject({
    width: WIDTH,
    height: WIDTH,
    edited: { version: 2, transparent: true, aspect: '1:1' },
    url: version.url,
  });
});

test('the same save twice is one version, also at the same moment; its key serves no other edit', async () => {
  const before = (await rows()).length;
  const key = newId('request');
  const both = await Promise.allSettled([save(GREEN, key), save(GREEN, key)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'conflict' } });
  const again = await save(GREEN, key);
  expect(again.replayed).toBe(true);
  expect(await rows()).toHaveLength(before + 1);
  await expect(save(PLAIN, key)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
});

test('undo, redo and the original are a moved pointer, and each is audited', async () => {
  const [first, second] = (await listVersions(team.member.ctx, place)).versions;
  const choose = (versionId: string | null) => chooseVersion(team.member.ctx, { ...place, versionId });
  for (const versionId of [first?.id ?? '', second?.id ?? '', null]) {
    await choose(versionId);
    expect((await listVersions(team.member.ctx, place)).current).toBe(versionId);
  }
  expect((await shown()).key).toBe((await shown('original')).key);
  expect((await shown(first?.id)).key).not.toBe((await shown()).key);
  const audited = await db.select().from(auditEvent).where(eq(auditEvent.action, 'headshots.choose_version'));
  expect(audited).toHaveLength(3);
  await expect(choose('pvn_none')).rejects.toMatchObject({ code: 'not_found' });
});

test('a preview is small, carries the Free mark and stores nothing', async () => {
  const stored = (await rows()).length;
  const look = (edit: PictureEdit) => previewEdit(team.member.ctx, { ...place, edit });
  const plain = await look(PLAIN);
  expect(plain).toMatchObject({ contentType: 'image/jpeg', box: { left: 0, top: 0, width: WIDTH } });
  // Without an edit it is the picture: JPEG is made anew, nothing else is.
  const [is, was] = [await pixels(plain.body), await pixels(original)];
  let off = 0;
  for (let y = 0; y < HEIGHT; y += 5)
    for (let x = 0; x < WIDTH; x += 5) off += Math.abs((is.at(x, y)[1] ?? 0) - (was.at(x, y)[1] ?? 0));
  expect(off / ((WIDTH / 5) * (HEIGHT / 5))).toBeLessThan(2);
  const face = async (edit: PictureEdit) => brightness((await look(edit)).body);
  const [normal, lighter, darker] = [
    await face(PLAIN),
    await face({ ...PLAIN, finish: { ...PLAIN.finish, light: 1 } }),
    await face({ ...PLAIN, finish: { ...PLAIN.finish, light: -1 } }),
  ];
  expect(lighter - normal).toBeGreaterThan(8);
  expect(normal - darker).toBeGreaterThan(8);
  const cut = await look({
    ...PLAIN,
    backdrop: { kind: 'none' },
    crop: { aspect: '3:4', zoom: 1.5, x: 1, y: -1 },
  });
  expect([cut.contentType, cut.box.left + cut.box.width, cut.box.top]).toEqual(['image/webp', WIDTH, 0]);
  const corner = { left: 240, top: 370, width: 80, height: 30 };
  const unmarked = await brightness(plain.body, corner);
  await endPlan(team);
  expect(Math.abs((await brightness((await look(PLAIN)).body, corner)) - unmarked)).toBeGreaterThan(5);
  expect(await rows()).toHaveLength(stored);
});

test('the face keeps its pores, its mouth and its likeness at the end of every slider', async () => {
  const finish = (changes: Partial<PictureEdit['finish']>) => ({
    ...PLAIN,
    finish: { ...PLAIN.finish, ...changes },
  });
  const look = async (edit: PictureEdit) => (await previewEdit(team.member.ctx, { ...place, edit })).body;
  const plain = await look(PLAIN);
  const smooth = (await texture(await look(finish({ skin: 1 })))) / (await texture(plain));
  expect(smooth).toBeGreaterThan(0.6);
  expect(smooth).toBeLessThan(0.97);
  // A closed mouth has no teeth: nothing is whitened, least of all lips.
  expect(await furthest(await look(finish({ teeth: 1 })), plain)).toBeLessThanOrEqual(3);
  const eyes = await furthest(await look(finish({ eyes: 1 })), plain);
  expect(eyes).toBeGreaterThan(3);
  expect(eyes).toBeLessThan(50);
  const everything = { light: 1, contrast: 1, warmth: 1, skin: 1, blemishes: true, eyes: 1, teeth: 1 };
  const { version } = await save({ ...PLAIN, finish: everything });
  const [row] = await db.select().from(pictureVersion).where(eq(pictureVersion.id, version.id));
  expect(row?.likeness).toBeGreaterThan(0.9);
});

/** Mean difference of neighbours on a cheek: what of the skin is fine. */
async function texture(file: Uint8Array): Promise<number> {
  const cheek = { left: 118, top: 170, width: 24, height: 24 };
  const { data, info } = await sharp(file)
    .extract(cheek)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let sum = 0;
  for (let i = 1; i < data.length; i++)
    if (i % info.width !== 0) sum += Math.abs((data[i] ?? 0) - (data[i - 1] ?? 0));
  return sum;
}

/** The largest difference of green between two pictures, 0–255. */
async function furthest(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((file) => sharp(file).raw().toBuffer()));
  let most = 0;
  for (let i = 1; i < (one?.length ?? 0); i += 3)
    most = Math.max(most, Math.abs((one?.[i] ?? 0) - (two?.[i] ?? 0)));
  return most;
}

/** Mean of a part, of the middle of the face if not told, 0–255. */
async function brightness(
  file: Uint8Array,
  part = { left: 120, top: 130, width: 80, height: 80 },
): Promise<number> {
  return (await sharp(await sharp(file).extract(part).toBuffer()).stats()).channels[1]?.mean ?? 0;
}

test('a backdrop of one’s own fills the frame behind the person; one that is gone or somebody else’s is refused', async () => {
  const mine = await makeBackdrop(team.member, '#204080');
  const hers = await makeBackdrop(team.owner);
  const look = (id: string) =>
    previewEdit(team.member.ctx, { ...place, edit: { ...PLAIN, backdrop: { kind: 'upload', id } } });
  const { at, width } = await pixels((await look(mine)).body);
  for (const x of [3, width - 4])
    at(x, 3).forEach((v, k) => {
      expect(Math.abs(v - ([0x20, 0x40, 0x80, 255][k] ?? 0))).toBeLessThanOrEqual(4);
    });
  const refused = { code: 'invalid', message: expect.stringContaining('removed') };
  await expect(look(hers)).rejects.toMatchObject(refused);
  await db.update(backdrop).set({ deletedAt: new Date() }).where(eq(backdrop.id, mine));
  await expect(look(mine)).rejects.toMatchObject(refused);
});

test('only the person: not a colleague, not an admin, not another team, not after consent was withdrawn', async () => {
  const [one] = (await listVersions(team.member.ctx, place)).versions;
  const other = await makeTeam(db);
  const colleague = await makeMember(db, team.orgId, 'member');
  for (const person of [team.admin, team.owner, colleague, other.member]) {
    await giveConsent(person);
    for (const attempt of [
      () => save(GREEN, newId('request'), person.ctx),
      () => previewEdit(person.ctx, { ...place, edit: GREEN }),
      () => chooseVersion(person.ctx, { ...place, versionId: null }),
      () => listVersions(person.ctx, place),
      () => shown(one?.id, person.userId),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(save(GREEN, newId('request'), systemCtx(db, team.orgId))).rejects.toMatchObject({
    code: 'forbidden',
  });
  const mine = eq(consent.userId, team.member.userId);
  await db.update(consent).set({ withdrawnAt: new Date() }).where(mine);
  await expect(save(GREEN)).rejects.toMatchObject({ details: { reason: 'consent_required' } });
  await db.update(consent).set({ withdrawnAt: null }).where(mine);
});

test('an edit that is nobody of the selfies is refused and leaves nothing', async () => {
  const before = (await rows()).length;
  const selfies = await db.select().from(photo).where(eq(photo.photoSetId, set));
  for (const { id } of selfies)
    await db
      .update(photo)
      .set({ embedding: sealEmbedding(embeddingOf(3), id) })
      .where(eq(photo.id, id));
  await expect(save(GREEN)).rejects.toMatchObject({ code: 'invalid', details: { reason: 'unlike' } });
  await db.update(photo).set({ embedding: null }).where(eq(photo.photoSetId, set));
  expect(await rows()).toHaveLength(before);
});

test('a picture keeps twenty versions; one whose save died is swept away, and nobody sees it', async () => {
  const kept = await rows();
  const [model] = kept;
  if (!model) throw new Error('no version');
  const copies = Array.from({ length: MAX_VERSIONS - kept.length }, (_, at) => ({
    ...model,
    id: newId('pictureVersion'),
    number: 100 + at,
    idempotencyKey: newId('request'),
    blobKey: newBlobKey('pictures', 'jpg'),
    thumbnailKey: newBlobKey('pictures', 'webp'),
  }));
  await db.insert(pictureVersion).values(copies);
  await save(GREEN);
  expect(await rows()).toHaveLength(MAX_VERSIONS);
  expect((await rows())[0]?.id).not.toBe(model.id);
  expect(await readBlob(model.blobKey)).toBeNull();
  const [died] = await db
    .insert(pictureVersion)
    .values({ ...model, id: newId('pictureVersion'), number: 200, idempotencyKey: 'died', readyAt: null })
    .returning();
  await expect(shown(died?.id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await listVersions(team.member.ctx, place)).versions).toHaveLength(MAX_VERSIONS);
  expect(await keepSchedule(db, plus(new Date(), HOUR))).toMatchObject({ versions: 1 });
});

test('deleting the picture deletes every version, files first, with their hashes on the receipt', async () => {
  const versions = await rows();
  const asked = await requestDeletion(team.member.ctx, { kind: 'picture', targetId: place.pictureId });
  await expect(listVersions(team.member.ctx, place)).rejects.toMatchObject({ code: 'not_found' });
  await expect(shown(versions.at(-1)?.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await purgeDeletion(systemCtx(db, team.orgId), asked.id)).toBe('done');
  expect(await rows()).toEqual([]);
  for (const { blobKey, thumbnailKey } of versions)
    expect([await readBlob(blobKey), await readBlob(thumbnailKey)]).toEqual([null, null]);
  const [receipt] = await db.select().from(deletionRequest).where(eq(deletionRequest.id, asked.id));
  const objects = (receipt?.objects ?? []) as { files: { variant: string }[] }[];
  const files = objects.flatMap((one) => one.files);
  expect(files.map(({ variant }) => variant)).toContain(`version ${versions.at(-1)?.number}`);
});

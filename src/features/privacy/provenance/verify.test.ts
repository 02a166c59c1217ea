/** `/verify`: what is ours is known by its bytes and by its looks, nothing else is, and what is deleted is forgotten. */
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { POST } from '@/app/api/verify/route';
import { picture } from '@/db/schema/generation';
import { picturePrint } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { claimGeneration } from '@/features/generation/claim';
import { runGeneration } from '@/features/generation/run-generation';
import { downloadPicture } from '@/features/headshots/download';
import { systemClock } from '@/lib/time';
import { type PicturePrint, printOf } from '@/vision/photo/print';
import { provenanceXmp } from '@/vision/photo/provenance';
import { testDatabase } from '../../../../tests/support/database';
import { makeTeam, systemCtx, type TestTeam } from '../../../../tests/support/factories';
import { directedEngine, pictureOf, readyTeam, startFor } from '../../../../tests/support/generations';
import { pointAtTestDatabase } from '../../../../tests/support/signed-in';
import { purgeDeletion } from '../purge';
import { requestDeletion } from '../request-deletion';

const example = (name: string) => readFileSync(`public/examples/${name}`);
const made = sharp(example('fezbot-corporate-928.webp'))
  .withXmp(
    provenanceXmp({ sourceType: 'algorithmicallyEnhanced', creatorTool: 'test', generationId: 'gen_1' }),
  )
  .jpeg({ quality: 92 })
  .toBuffer();

let db: Db;
let team: TestTeam;
let generationId: string;
let pictureId: string;

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
  team = await makeTeam(db);
  const set = await readyTeam(team);
  generationId = (await startFor(team.member, set, { variations: 1 })).id;
  const claim = await claimGeneration(db, ['studio']);
  if (!claim) throw new Error('nothing to claim');
  const engine = directedEngine(async (request) => ({ ...(await pictureOf(request)), jpeg: await made }));
  await runGeneration(db, claim, { chain: [engine], shutdown: new AbortController().signal });
  const [row] = await db.select().from(picture).where(eq(picture.generationId, generationId));
  pictureId = row?.id ?? '';
});

async function ask(body: object): Promise<{ status: number; answer: unknown }> {
  const response = await POST(
    new Request('http://localhost:3000/api/verify', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'http://localhost:3000' },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve(undefined) },
  );
  return { status: response.status, answer: await response.json() };
}

const verify = async (file: Uint8Array, use: (print: PicturePrint) => object = (print) => print) =>
  (await ask(use(await printOf(file)))).answer;

const MADE = { made: true, madeOn: systemClock().toISOString().slice(0, 10), kind: 'finished' };

test('the file itself, without anything about whom it shows', async () => {
  expect(await verify(await made)).toEqual({ ...MADE, match: 'file' });
  expect(await verify(await made, ({ sha256 }) => ({ sha256 }))).toEqual({ ...MADE, match: 'file' });
});

test('a copy in another size, format and compression', async () => {
  const copy = await sharp(await made)
    .resize(400)
    .webp({ quality: 50 })
    .toBuffer();
  expect(await verify(copy)).toEqual({ ...MADE, match: 'copy' });
});

test('what was downloaded is known by its bytes, also when it was cropped', async () => {
  const { body } = await downloadPicture(team.member.ctx, {
    generationId,
    pictureId,
    format: 'webp',
    size: 'avatar',
  });
  expect(await verify(new Uint8Array(body as Buffer))).toEqual({ ...MADE, match: 'file' });
});

test('another picture, its selfie and a plain surface are not', async () => {
  for (const name of ['christian-corporate.webp', 'fezbot-before-928.webp'])
    expect(await verify(example(name)), name).toEqual({ made: false });
  const plain = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#777' } })
    .png()
    .toBuffer();
  expect(await verify(plain)).toEqual({ made: false });
});

test.each([
  {},
  { sha256: 'abc' },
  { fingerprint: `${'0'.repeat(63)}'` },
  { sha256: 'A'.repeat(64) },
  { fingerprint: 5 },
])('what is no hash is refused: %j', async (body) => {
  expect((await ask(body)).status).toBe(422);
});

test('deleted is forgotten at once, and its hashes go with it', async () => {
  const asked = await requestDeletion(team.member.ctx, { kind: 'picture', targetId: pictureId });
  expect(await verify(await made)).toEqual({ made: false });
  await purgeDeletion(systemCtx(db, team.orgId), asked.id);
  expect(await db.select().from(picturePrint).where(eq(picturePrint.pictureId, pictureId))).toEqual([]);
});

/** The visible mark: on everything that leaves a Free team, on nothing of others, and never in what is stored. */
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { readBlob } from '@/adapters/blob/blob';
import { GET as file } from '@/app/api/files/pictures/[id]/[variant]/route';
import { GET as download } from '@/app/api/teams/[teamId]/headshots/[id]/download/route';
import { payment } from '@/db/schema/billing';
import { picture } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { claimGeneration } from '@/features/generation/claim';
import { runGeneration } from '@/features/generation/run-generation';
import { plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { directedEngine, readyTeam, startFor } from '../../../tests/support/generations';
import { recordPayment } from '../../../tests/support/ledger';
import { pointAtTestDatabase, signIn } from '../../../tests/support/signed-in';
import { endPlan, givePlan } from '../../../tests/support/tiers';
import { filesOf, isMarked } from '../../../tests/support/visible-mark';
import { downloadGeneration, downloadPicture } from './download';
import { FORMATS } from './input';
import { getPictureFile } from './picture-files';

let db: Db;
let team: TestTeam;
let generationId: string;
let pictureId: string;
let me: { cookie: string };

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
});

beforeEach(async () => {
  team = await makeTeam(db);
  const set = await readyTeam(team);
  await endPlan(team);
  ({ id: generationId } = await startFor(team.member, set, { variations: 2 }));
  const claim = await claimGeneration(db, ['studio']);
  if (claim?.id !== generationId) throw new Error('claimed another one');
  await runGeneration(db, claim, { chain: [directedEngine()], shutdown: new AbortController().signal });
  const [row] = await db.select().from(picture).where(eq(picture.generationId, generationId));
  pictureId = row?.id ?? '';
  me = await signIn(team.member.userId);
});

const request = (query = '') => new Request(`http://localhost:3000/api/x${query}`, { headers: me });

async function open(variant: 'picture' | 'thumbnail'): Promise<Response> {
  return file(request(), { params: Promise.resolve({ id: pictureId, variant }) });
}

async function fetched(query: string): Promise<Buffer> {
  const params = Promise.resolve({ teamId: team.slug, id: generationId });
  return Buffer.from(await (await download(request(query), { params })).arrayBuffer());
}

/** Whether each way out marks: both files, the three formats, each file of the ZIP. */
async function marks(): Promise<boolean[]> {
  const ways = [
    ...(await Promise.all(
      (['picture', 'thumbnail'] as const).map(async (one) =>
        Buffer.from(await (await open(one)).arrayBuffer()),
      ),
    )),
    ...(await Promise.all(FORMATS.map((format) => fetched(`?picture=${pictureId}&format=${format}`)))),
    ...filesOf(await fetched('')),
    ...filesOf(await fetched('?format=webp')),
  ];
  expect(ways).toHaveLength(9);
  return Promise.all(ways.map(isMarked));
}

const all = (marked: boolean) => Array(9).fill(marked);

test('Free: every way out carries the mark, what is stored does not', async () => {
  expect(await marks()).toEqual(all(true));
  const [row] = await db.select().from(picture).where(eq(picture.id, pictureId));
  for (const key of [row?.blobKey, row?.thumbnailKey])
    expect(await isMarked((await readBlob(key ?? '')) ?? Buffer.alloc(0))).toBe(false);
});

test('paying takes it away at once, a refund of everything brings it back', async () => {
  const paymentId = await recordPayment(db, team.orgId, team.owner.memberId, 50);
  expect(await marks()).toEqual(all(false));
  await db.update(payment).set({ refundedCents: payment.amountCents }).where(eq(payment.id, paymentId));
  expect(await marks()).toEqual(all(true));
});

test.each(['plus', 'pro'] as const)('%s has no mark, and has it again when the plan ends', async (plan) => {
  await givePlan(team, plan);
  expect(await marks()).toEqual(all(false));
  await endPlan(team);
  expect(await marks()).toEqual(all(true));
});

test('the moment of delivery decides: a plan that ends tonight marks tomorrow', async () => {
  const now = new Date();
  await givePlan(team, 'plus', now);
  await db.execute('update subscription set cancel_at_period_end = true');
  const later = () => plus(now, 31 * 86_400_000);
  const who = { db, userId: team.member.userId };
  expect(await getPictureFile(who, { pictureId, variant: 'picture' })).toMatchObject({ visible: false });
  expect(await getPictureFile(who, { pictureId, variant: 'picture' }, later)).toMatchObject({
    visible: true,
  });
  const one = { generationId, pictureId, format: 'png' as const };
  const bytes = async ({ body }: { body: BodyInit }) => Buffer.from(await new Response(body).arrayBuffer());
  expect(await isMarked(await bytes(await downloadPicture(team.member.ctx, one)))).toBe(false);
  expect(await isMarked(await bytes(await downloadPicture(team.member.ctx, one, later)))).toBe(true);
  const [first] = filesOf(await bytes(await downloadGeneration(team.member.ctx, one, later)));
  expect(await isMarked(first ?? Buffer.alloc(0))).toBe(true);
});

test('a marked file keeps its provenance, its size and its headers', async () => {
  const answer = await open('picture');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(bytes.byteLength),
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(answer.headers.get('etag')).toBeNull();
  const { width, height, xmp, exif } = await sharp(bytes).metadata();
  expect([width, height, exif]).toEqual([40, 50, undefined]);
  expect(xmp?.toString()).toContain('algorithmicallyEnhanced');
  expect(xmp?.toString()).toContain(generationId);
});

/**
 * How pictures leave. The visible mark: on everything that leaves a Free team, on nothing of others, and never in what is stored. Links: who
 * has one sees one picture, until it ends or its owner ends it.
 */
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { readBlob } from '@/adapters/blob/blob';
import { GET as file } from '@/app/api/files/pictures/[id]/[variant]/route';
import { GET as shared } from '@/app/api/files/shared/[id]/route';
import { GET as download } from '@/app/api/teams/[teamId]/headshots/[id]/download/route';
import { auditEvent } from '@/db/schema/audit';
import { member } from '@/db/schema/auth';
import { payment } from '@/db/schema/billing';
import { picture } from '@/db/schema/generation';
import { pictureLink } from '@/db/schema/headshots';
import { picturePrint } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { claimGeneration } from '@/features/generation/claim';
import { runGeneration } from '@/features/generation/run-generation';
import { purgeDeletion } from '@/features/privacy/purge';
import { keepSchedule } from '@/features/privacy/retention';
import { sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { DAY, MINUTE, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeMember, makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { directedEngine, readyTeam, startFor } from '../../../tests/support/generations';
import { recordPayment } from '../../../tests/support/ledger';
import { pointAtTestDatabase, signIn } from '../../../tests/support/signed-in';
import { endPlan, givePlan } from '../../../tests/support/tiers';
import { filesOf, isMarked } from '../../../tests/support/visible-mark';
import { deleteHeadshots } from './delete-headshots';
import { downloadGeneration, downloadPicture } from './download';
import { FORMATS } from './download-types';
import { endLink } from './links/end-link';
import { findLink, listLinks, openLink } from './links/link-queries';
import { LINK_DAYS, LINK_LIFETIME } from './links/link-types';
import { sharePicture } from './links/share-picture';
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

const place = () => ({ generationId, pictureId });
const share = (at = new Date()) => sharePicture(team.member.ctx, place(), () => at);
const tokenOf = (url: string) => new URL(url).pathname.replace('/shared/', '');
const visit = (url: string, at = new Date()) => openLink(db, tokenOf(url), () => at);

/** What a visitor without an account gets at the address of the file. */
function fetchShared(url: string): Promise<Response> {
  const { pathname, href } = new URL(url, 'http://localhost:3000');
  return shared(new Request(href), { params: Promise.resolve({ id: pathname.split('/').at(-1) ?? '' }) });
}

async function opened(url: string, at = new Date()) {
  const found = await visit(url, at);
  if (found === null || found === 'expired') throw new Error(`the link is ${found}`);
  return found;
}

test('a link shows the picture to anybody, as it is shown, with the mark of Free, and says nothing of its person', async () => {
  const link = await share();
  expect(link).toMatchObject({ expired: false });
  expect(await listLinks(team.member.ctx, generationId)).toEqual({ [pictureId]: link });
  const { url, expiresAt, ...rest } = await opened(link.url);
  expect(expiresAt).toBe(link.expiresAt);
  expect(rest).toEqual({ width: 40, height: 50, transparent: false, madeByAi: false });
  for (const told of [team.member.userId, team.member.memberId, team.orgId, team.slug, pictureId])
    expect(link.url + url).not.toContain(told);
  const answer = await fetchShared(url);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const file = Buffer.from(await answer.arrayBuffer());
  expect(await isMarked(file)).toBe(true);
  const known = eq(picturePrint.sha256, sha256Hex(file));
  expect(await db.select().from(picturePrint).where(known)).toMatchObject([{ pictureId }]);
  await givePlan(team, 'plus');
  expect(await isMarked(Buffer.from(await (await fetchShared(url)).arrayBuffer()))).toBe(false);
  const audited = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, pictureId));
  expect(audited.map(({ action }) => action)).toContain('headshots.share');
});

test('a link ends after seven days and works again renewed; the file’s address ends after ten minutes', async () => {
  const now = new Date();
  const made = plus(now, -LINK_LIFETIME - MINUTE);
  const { url } = await share(made);
  expect(await visit(url, plus(made, (LINK_DAYS - 1) * DAY))).toMatchObject({ width: 40 });
  expect(await visit(url)).toBe('expired');
  expect(await findLink(team.member.ctx, place())).toMatchObject({ url, expired: true });
  // The address of the file was asked for in time, the link has ended since.
  const late = await opened(url, plus(made, LINK_LIFETIME - MINUTE));
  expect((await fetchShared(late.url)).status).toBe(404);
  expect(await share()).toMatchObject({ url, expired: false });
  expect((await fetchShared((await opened(url)).url)).status).toBe(200);
  const old = await opened(url, plus(now, -11 * MINUTE));
  expect((await fetchShared(old.url)).status).toBe(404);
  const later = new URL(old.url, 'http://localhost');
  later.searchParams.set('until', String(Number(later.searchParams.get('until')) + 60 * MINUTE));
  expect((await fetchShared(later.href)).status).toBe(404);
  const audited = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, pictureId));
  expect(audited.map(({ action }) => action)).toContain('headshots.renew_link');
});

test('an address that nobody gave out opens nothing, nor does one link’s seal another’s', async () => {
  const [other] = (await db.select().from(picture).where(eq(picture.generationId, generationId))).filter(
    ({ id }) => id !== pictureId,
  );
  const one = tokenOf((await share()).url);
  const two = tokenOf(
    (await sharePicture(team.member.ctx, { generationId, pictureId: other?.id ?? '' })).url,
  );
  const [id, seal] = one.split('.');
  const [, another] = two.split('.');
  for (const token of ['', '.', id ?? '', `${id}.`, `${id}.${another}`, `${id}x.${seal}`, `lnk_none.${seal}`])
    expect(await openLink(db, token), token).toBeNull();
  const { url } = await opened(`http://localhost/shared/${one}`);
  expect((await fetchShared(url.replace(id ?? '', two.split('.')[0] ?? ''))).status).toBe(404);
  expect((await fetchShared(url.replace(/seal=.*/, `seal=${seal}`))).status).toBe(404);
});

test('ended it is over for good: the next link has another address; ending none is nothing', async () => {
  const first = await share();
  const { url } = await opened(first.url);
  await endLink(team.member.ctx, place());
  await endLink(team.member.ctx, place());
  expect(await visit(first.url)).toBeNull();
  expect((await fetchShared(url)).status).toBe(404);
  expect(await findLink(team.member.ctx, place())).toBeNull();
  expect((await share()).url).not.toBe(first.url);
  expect(await visit(first.url)).toBeNull();
  const audited = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, pictureId));
  expect(audited.filter(({ action }) => action === 'headshots.end_link')).toHaveLength(1);
});

test('only the picture’s person makes, sees and ends its link', async () => {
  const { url } = await share();
  const colleague = await makeMember(db, team.orgId, 'member');
  const other = await makeTeam(db);
  for (const { ctx } of [colleague, team.admin, team.owner, other.member]) {
    for (const attempt of [sharePicture, findLink, endLink])
      await expect(attempt(ctx, place())).rejects.toMatchObject({ code: 'not_found' });
    expect(await listLinks(ctx, generationId)).toEqual({});
  }
  await expect(sharePicture(systemCtx(db, team.orgId), place())).rejects.toMatchObject({ code: 'forbidden' });
  expect(await visit(url)).toMatchObject({ width: 40 });
});

test('a link dies with its picture, with its owner’s membership, and is forgotten 30 days after its end', async () => {
  const { url } = await share();
  const { url: fileUrl } = await opened(url);
  const leaves = eq(member.id, team.member.memberId);
  const [row] = await db.select().from(member).where(leaves);
  await db.delete(member).where(leaves);
  expect([await visit(url), (await fetchShared(fileUrl)).status]).toEqual([null, 404]);
  // Somebody who comes back does not bring old links along.
  if (row) await db.insert(member).values({ ...row, id: newId('member') });
  expect(await visit(url)).toBeNull();
  await db.delete(member).where(eq(member.userId, team.member.userId));
  if (row) await db.insert(member).values(row);
  expect(await visit(url)).toMatchObject({ width: 40 });
  const [asked] = await deleteHeadshots(team.member.ctx, { pictureIds: [pictureId] });
  expect([await visit(url), (await fetchShared(fileUrl)).status]).toEqual([null, 404]);
  await expect(share()).rejects.toMatchObject({ code: 'not_found' });
  expect(await purgeDeletion(systemCtx(db, team.orgId), asked?.id ?? '')).toBe('done');
  const links = () => db.select().from(pictureLink).where(eq(pictureLink.organizationId, team.orgId));
  expect(await links()).toEqual([]);
  const [left] = await db.select().from(picture).where(eq(picture.generationId, generationId));
  const now = new Date();
  await sharePicture(team.member.ctx, { generationId, pictureId: left?.id ?? '' }, () => now);
  const end = plus(now, LINK_LIFETIME);
  await keepSchedule(db, plus(end, 29 * DAY));
  expect(await links()).toHaveLength(1);
  await keepSchedule(db, plus(end, 31 * DAY));
  expect(await links()).toEqual([]);
});

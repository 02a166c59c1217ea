/** The demo team: what a visitor finds, that its books are right, and that it is nowhere but in embedded mode. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { readBlob } from '@/adapters/blob/blob';
import { type Ctx, inTransaction } from '@/db/context';
import { member, organization } from '@/db/schema/auth';
import { creditHold, ledgerAccount, ledgerEntry } from '@/db/schema/credits';
import { generation, picture } from '@/db/schema/generation';
import type { Db, OrgId } from '@/db/types';
import { verifyBooks } from '@/features/admin/verify-books';
import { allocateCredits } from '@/features/credits/allocate';
import { openAccounts } from '@/features/credits/open-accounts';
import { openWallet } from '@/features/credits/open-wallet';
import { getOverview } from '@/features/credits/queries';
import { tellTime } from '@/features/credits/tell-time';
import { verifyPicture } from '@/features/privacy/provenance/verify-picture';
import { findLiveSet } from '@/features/uploads/live-set';
import { DAY, HOUR, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam } from '../../../tests/support/factories';
import { pointAtTestDatabase } from '../../../tests/support/signed-in';
import { buildDemo, type DemoTeam } from './build-demo';
import { INVITED, MEMBER, OTHERS, OWNER } from './cast';
import { isDemoOpen, momentOf } from './demo-rules';
import { asMember } from './join-cast';
import { openDemo } from './open-demo';

const NOW = new Date();

let db: Db;
let demo: DemoTeam;
let orgId: OrgId;

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
  demo = await buildDemo(db, NOW);
  const [row] = await db.select().from(organization).where(eq(organization.slug, demo.slug));
  orgId = row?.id as OrgId;
}, 120_000);

async function ctxOf(userId: string, part: typeof OWNER): Promise<Ctx> {
  const [row] = await db
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.userId, userId), eq(member.organizationId, orgId)));
  return asMember(db, orgId, { part, userId, memberId: row?.id ?? '' });
}

test('five people and an invited one at different steps; the books are right to the credit', async () => {
  const { differences } = await verifyBooks(db, orgId);
  expect(differences).toEqual([]);
  const overview = await getOverview(await ctxOf(demo.ownerId, OWNER));
  const spent = [OWNER, MEMBER, ...OTHERS].flatMap(({ shoots }) => shoots);
  expect(overview).toMatchObject({
    used: spent.reduce((sum, { accepted, priceEach }) => sum + accepted * priceEach, 0),
    promised: INVITED.credits,
    held: 0,
  });
  const people = await db.select().from(member).where(eq(member.organizationId, orgId));
  expect(people).toHaveLength(5);
});

test('the history is weeks long, in order, and its pictures are as old as what was held for them', async () => {
  const moves = await db
    .select({ account: ledgerEntry.accountId, at: ledgerEntry.createdAt })
    .from(ledgerEntry)
    .innerJoin(ledgerAccount, eq(ledgerAccount.id, ledgerEntry.accountId))
    .where(and(eq(ledgerAccount.organizationId, orgId), isNotNull(ledgerEntry.version)))
    .orderBy(asc(ledgerEntry.accountId), asc(ledgerEntry.version));
  const late = moves.filter(
    ({ account, at }, row) => account === moves[row - 1]?.account && at <= (moves[row - 1]?.at ?? at),
  );
  expect(late).toEqual([]);
  const days = new Set(moves.map(({ at }) => at.toISOString().slice(0, 10)));
  expect(days.size).toBeGreaterThan(8);
  expect([...days].toSorted()[0]).toBe(momentOf(NOW, OWNER.joined).toISOString().slice(0, 10));
  const held = await db
    .select({ at: creditHold.createdAt, made: generation.createdAt })
    .from(creditHold)
    .innerJoin(generation, eq(generation.id, creditHold.generationId))
    .where(eq(creditHold.organizationId, orgId));
  for (const { at, made } of held) expect(at).toEqual(made);
});

test('the ledger is told a time for a demo team only, in order, and never one to come', async () => {
  const { owner: other } = await makeTeam(db);
  await openAccounts(other.ctx);
  await openWallet(other.ctx, other);
  const mine = await ctxOf(demo.ownerId, OWNER);
  const give = (ctx: Ctx, at: Date) =>
    inTransaction(ctx, async (ctx) => {
      await tellTime(ctx, at);
      const memberId = ctx.actor.kind === 'member' ? ctx.actor.memberId : '';
      await allocateCredits(ctx, { memberId, amount: 1, idempotencyKey: 'told' });
    });
  await expect(give(other.ctx, plus(new Date(), -DAY))).rejects.toThrow('no time to be told');
  await expect(give(mine, plus(new Date(), -5 * DAY))).rejects.toThrow('no time to be told');
  await expect(give(mine, plus(new Date(), HOUR))).rejects.toThrow('no time to be told');
  await expect(give(mine, plus(new Date(), -1000))).resolves.toBeUndefined();
});

test('pictures are there, and known to be ours', async () => {
  const made = await db
    .select({ key: picture.blobKey, sha256: picture.sha256 })
    .from(picture)
    .innerJoin(generation, eq(generation.id, picture.generationId))
    .where(and(eq(generation.organizationId, orgId), isNotNull(picture.blobKey)));
  const shoots = [OWNER, MEMBER, ...OTHERS].flatMap((part) => part.shoots);
  expect(made).toHaveLength(shoots.reduce((sum, { accepted }) => sum + accepted, 0));
  for (const { key, sha256 } of made) {
    expect(await readBlob(key ?? '')).not.toBeNull();
    expect(await verifyPicture(db, { sha256: sha256 ?? '' })).toMatchObject({ made: true, match: 'file' });
  }
});

test('the member has photos that serve, so that the next picture is made for real', async () => {
  const set = await findLiveSet(await ctxOf(demo.memberId, MEMBER));
  expect(set?.status).toBe('submitted');
});

test.each([
  [true, 'localhost:3000', true],
  [true, 'headshots.example.com', false],
  [false, 'localhost:3000', false],
])('embedded %s, under %s: open %s', (embedded, host, open) => {
  const settings = { embedded, appUrl: 'http://localhost:3000', HOST: undefined };
  expect(isDemoOpen(new Headers({ host }), settings)).toBe(open);
});

test('afresh is another team, one for two presses at once; the newest is the one that is opened', async () => {
  const [one, two] = await Promise.all([openDemo(db, { afresh: true }), openDemo(db, { afresh: true })]);
  expect(one).toEqual(two);
  expect(one.slug).not.toBe(demo.slug);
  expect(await openDemo(db)).toEqual(one);
}, 120_000);

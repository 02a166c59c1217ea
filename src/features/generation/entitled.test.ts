/** What a tier does not have is refused before anything is held; what it has is not. */

import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { generation } from '@/db/schema/generation';
import { findMyWallet } from '@/features/credits/queries';
import { newId } from '@/lib/ids';
import { textsIn } from '@/texts/catalogue';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';
import { expectLedgerClean, recordPayment } from '../../../tests/support/ledger';
import { measurementsOf } from '../../../tests/support/measurements';
import { endPlan, givePlan } from '../../../tests/support/tiers';
import { estimateForTeam } from './estimate';
import { reapGenerations } from './reap-generations';
import { startGeneration } from './start-generation';
import { getTeamConfig } from './team-config';

const db = await testDatabase();
const large = { outside: 0, usable: true, shortSide: 4096 };

let team: TestTeam;
let set: string;

beforeEach(async () => {
  team = await makeTeam(db);
  const frame = { '1:1': large, '3:4': large, '4:5': large };
  set = await readyTeam(team, 60, { measure: () => measurementsOf({ frame }) });
  await endPlan(team);
});

async function expectRefused(changes: object, details: object): Promise<void> {
  await expect(startFor(team.member, set, changes)).rejects.toMatchObject({ code: 'forbidden', details });
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ held: 0 });
  const rows = await db.select().from(generation).where(eq(generation.organizationId, team.orgId));
  expect(rows).toEqual([]);
}

const WISHES = [
  ['styles', { style: 'executive' }, 'free', 'plus'],
  ['variations', { variations: 3 }, 'free', 'plus'],
  ['quality', { quality: 'high' }, 'free', 'plus'],
  ['quality', { quality: 'ultra' }, 'plus', 'pro'],
] as const;

test.each(WISHES)('%s, %o: refused on %s, allowed on %s', async (entitlement, changes, tier, needs) => {
  if (tier === 'plus') await givePlan(team, 'plus');
  await expectRefused(changes, { reason: 'not_in_plan', entitlement, tier, needs });
  const asked = { style: 'corporate', aspect: '4:5' as const, variations: 1, ...changes };
  expect(await estimateForTeam(team.member.ctx, asked, new Date())).toMatchObject({
    tier,
    needs,
    locked: [{ entitlement, needs }],
  });
  await endPlan(team);
  await givePlan(team, needs);
  await startFor(team.member, set, changes);
  expect(await estimateForTeam(team.member.ctx, asked, new Date())).toMatchObject({
    tier: needs,
    locked: [],
  });
  await expectLedgerClean(db, team.orgId);
});

test('a Free team makes two standard pictures in a core style; bought credits open the rest', async () => {
  await startFor(team.member, set, { style: 'linkedin', variations: 2 });
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  await startFor(team.member, set, { style: 'executive', variations: 4 });
});

test('the message names what brings it', async () => {
  const attempt = startFor(team.member, set, { style: 'executive', variations: 4 });
  await expect(attempt).rejects.toThrow(
    'Executive comes with Plus. 3 or 4 pictures come with Plus. Plus comes with the first credits your team buys, or with its plan. Not charged.',
  );
});

test('the place in the queue comes from the tier at the start', async () => {
  const priority = async () => {
    const { id } = await startFor(team.member, set, { variations: 1 });
    const [row] = await db.select().from(generation).where(eq(generation.id, id));
    return row?.priority;
  };
  expect(await priority()).toBe(0);
  await givePlan(team, 'plus');
  expect(await priority()).toBe(10);
  await endPlan(team);
  await givePlan(team, 'pro');
  expect(await priority()).toBe(20);
});

test('what waits moves up with a better tier, and never down; what is being made stays', async () => {
  const ids = [];
  for (let times = 0; times < 2; times += 1)
    ids.push((await startFor(team.member, set, { variations: 1 })).id);
  const [waiting = '', taken = ''] = ids;
  await db.update(generation).set({ status: 'processing' }).where(eq(generation.id, taken));
  const priorities = async () => {
    await reapGenerations(db, new Date());
    const rows = await db.select().from(generation).where(eq(generation.organizationId, team.orgId));
    return [waiting, taken].map((id) => rows.find((row) => row.id === id)?.priority);
  };
  expect(await priorities()).toEqual([0, 0]);
  await recordPayment(db, team.orgId, team.owner.memberId, 50);
  expect(await priorities()).toEqual([10, 0]);
  await givePlan(team, 'pro');
  expect(await priorities()).toEqual([20, 0]);
  await endPlan(team);
  // Beside one that has to move, so that its team is looked at.
  const { id } = await startFor(team.member, set, { variations: 1 });
  await db.update(generation).set({ priority: 0 }).where(eq(generation.id, id));
  expect(await priorities()).toEqual([20, 0]);
  await db.update(generation).set({ status: 'cancelled' }).where(eq(generation.organizationId, team.orgId));
});

test('the moment of the start counts: a plan that ended opens nothing new', async () => {
  await givePlan(team, 'plus');
  const request = {
    photoSetId: set,
    style: 'executive',
    aspect: '4:5' as const,
    variations: 4,
    idempotencyKey: newId('request'),
  };
  const first = await startGeneration(team.member.ctx, request);
  await endPlan(team);
  // The same key is the same request, which was allowed then.
  expect(await startGeneration(team.member.ctx, request)).toEqual({ ...first, replayed: true });
  const later = { ...request, idempotencyKey: newId('request') };
  await expect(startGeneration(team.member.ctx, later)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the team’s config says what is locked, why, and how pictures are delivered', async () => {
  const config = () => getTeamConfig(team.member.ctx, new Date(), textsIn('en'));
  const free = await config();
  expect(free.styles.filter(({ locked }) => locked).map(({ id }) => id)).toEqual([
    'actor',
    'model',
    'executive',
    'editorial',
    'cinematic',
  ]);
  expect(free.qualities.map(({ locked }) => locked?.needs ?? null)).toEqual([null, 'plus', 'pro']);
  expect(free.variations).toMatchObject({
    max: 4,
    allowed: 2,
    locked: { message: '3 or 4 pictures come with Plus.' },
  });
  expect(free).toMatchObject({ tier: 'free', delivery: { watermark: true, pictureDays: 30 } });
  await givePlan(team, 'pro');
  const pro = await config();
  expect([...pro.styles, ...pro.qualities, pro.variations].map(({ locked }) => locked)).toEqual(
    Array(16).fill(null),
  );
  expect(pro).toMatchObject({
    tier: 'pro',
    delivery: { watermark: false, pictureDays: null, proUntil: null },
  });
});

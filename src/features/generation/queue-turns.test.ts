/** Whose turn it is: organizations with long and short queues, of every tier. */
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { generation } from '@/db/schema/generation';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { generationBench } from '../../../tests/support/generation-bench';
import { claimGeneration } from './claim';
import { countAhead } from './speed-queries';

const FREE = 0;
const PLUS = 10;
const PRO = 20;

const bench = await generationBench();
const { db, claimed } = bench;
beforeEach(async () => {
  await db.execute(sql`delete from generation_turn`);
  await db.execute(sql`update generation set status = 'cancelled' where status in ('queued', 'processing')`);
});

/** So many requests of one member, one after the other; nobody holds credits for them. Answers the id of the last. */
async function queue({ orgId, member }: TestTeam, count: number, priority = FREE): Promise<string> {
  await db.execute(sql`
    insert into generation (id, organization_id, member_id, user_id, photo_set_id, style_id, quality, aspect, variations, engine,
      price_version, price_each, priority, idempotency_key, request_hash, created_at, available_at)
    select ${orgId} || n, ${orgId}, ${member.memberId}, ${member.userId}, ${bench.set}, 'corporate', 'standard', '4:5', 1, 'studio',
      'test', 1, ${priority}, 'key' || n, 'hash', now() + n * interval '1 millisecond', now()
    from generate_series(1, ${count}) n`);
  return `${orgId}${count}`;
}

const makeTeams = (count: number) => Promise.all(Array.from({ length: count }, () => makeTeam(db)));

/** Serves so many, one after the other, and answers whose they were. */
async function serve(count: number): Promise<string[]> {
  const served: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { id, orgId } = await claimed();
    served.push(orgId);
    await db.update(generation).set({ status: 'completed' }).where(eq(generation.id, id));
  }
  return served;
}

const shareOf = ({ orgId }: TestTeam, served: string[]) => served.filter((one) => one === orgId).length;

test.each([
  ['Free', FREE],
  ['Plus', PLUS],
  ['Pro', PRO],
])('five hundred requests of a team on %s keep nobody waiting', async (_name, priority) => {
  const [busy, ...others] = await makeTeams(21);
  if (!busy) throw new Error('no team');
  await queue(busy, 500, priority);
  await serve(2);
  for (const one of others) await queue(one, 1);
  const first = new Set(await serve(25 - 2));
  expect(others.filter(({ orgId }) => !first.has(orgId))).toEqual([]);
});

test('while all of them wait, Pro gets three and Plus two for each of Free', async () => {
  const [free, plus, pro] = (await makeTeams(3)) as [TestTeam, TestTeam, TestTeam];
  await queue(free, 40, FREE);
  await queue(plus, 40, PLUS);
  await queue(pro, 40, PRO);
  const served = await serve(36);
  expect([free, plus, pro].map((one) => shareOf(one, served))).toEqual([6, 12, 18]);
});

test('a new request of a better tier comes before an older one of the same length', async () => {
  const [free, pro] = (await makeTeams(2)) as [TestTeam, TestTeam];
  await queue(free, 1, FREE);
  await queue(pro, 1, PRO);
  expect(await serve(2)).toEqual([pro.orgId, free.orgId]);
});

test('who was served while nobody else waited has not used up anything, and who did not wait has collected nothing', async () => {
  const [early, late] = (await makeTeams(2)) as [TestTeam, TestTeam];
  await queue(early, 60);
  await serve(30);
  await queue(late, 30);
  const served = await serve(20);
  expect(shareOf(early, served)).toBe(10);
  expect(shareOf(late, served)).toBe(10);
});

test('a team at its limit of four lets others pass, and goes on when one has ended', async () => {
  const [busy, other] = (await makeTeams(2)) as [TestTeam, TestTeam];
  await queue(busy, 8);
  const [first] = [await claimed(), await claimed(), await claimed(), await claimed()];
  expect(await claimGeneration(db, ['studio'])).toBeNull();
  await queue(other, 20);
  const served = await serve(10);
  expect(shareOf(other, served)).toBe(10);
  await db
    .update(generation)
    .set({ status: 'completed' })
    .where(eq(generation.id, first?.id ?? ''));
  expect(shareOf(busy, await serve(3))).toBeGreaterThan(0);
});

test('how many are ahead counts what will really be taken before', async () => {
  const [busy, mine] = (await makeTeams(2)) as [TestTeam, TestTeam];
  await queue(busy, 300);
  await serve(5);
  const id = await queue(mine, 1);
  const [ahead, ofLast] = [await countAhead(db, id), await countAhead(db, `${busy.orgId}300`)];
  expect((await serve(3)).indexOf(mine.orgId)).toBe(ahead.waiting);
  expect(ofLast).toEqual({ waiting: 300 - 5 - 1 + 1, running: 0 });
});

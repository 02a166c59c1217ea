import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { member } from '@/db/schema/auth';
import { notice } from '@/db/schema/notifications';
import { consent } from '@/db/schema/privacy';
import { makeMember, makeTeam, type TestTeam } from '../../../tests/support/factories';
import { generationBench } from '../../../tests/support/generation-bench';
import { directedEngine, pictureOf, startFor } from '../../../tests/support/generations';
import { expectLedgerClean } from '../../../tests/support/ledger';
import { cancelGeneration } from './cancel-generation';
import { claimGeneration } from './claim';
import { EngineError } from './engine';
import { reapGenerations } from './reap-generations';
import { runGeneration } from './run-generation';

const bench = await generationBench();
const { db, never, claimed, read, wallet, resolutions } = bench;
let team: TestTeam;
let set: string;
beforeEach(() => {
  ({ team, set } = bench);
});

test('cancelled before a worker took it: everything back, nothing announced', async () => {
  const { id } = await startFor(team.member, set, { variations: 4 });
  expect(await cancelGeneration(team.member.ctx, { generationId: id })).toEqual({
    status: 'cancelled',
    accepted: 0,
    charged: 0,
    released: 4,
  });
  expect(await claimGeneration(db, ['studio'])).toBeNull();
  expect(await wallet()).toMatchObject({ balance: 10, held: 0 });
  expect(await db.select().from(notice).where(eq(notice.userId, team.member.userId))).toEqual([]);
  await expect(cancelGeneration(team.member.ctx, { generationId: id })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test.each([1, 2, 3])(
  'cancelled while picture %i of 3 is drawn: keeps and charges what is done',
  async (at) => {
    const { id } = await startFor(team.member, set, { variations: 3 });
    const engine = directedEngine(async (request, call) => {
      if (call === at) await cancelGeneration(team.member.ctx, { generationId: id });
      return pictureOf(request);
    });
    expect(await runGeneration(db, await claimed(), { chain: [engine], shutdown: never })).toBe('lost');
    const done = at - 1;
    const { row, statuses } = await read(id);
    expect(row).toMatchObject({ status: done > 0 ? 'completed' : 'cancelled', charged: done });
    expect(statuses).toEqual([1, 2, 3].map((number) => (number <= done ? 'accepted' : 'cancelled')));
    expect(engine.requests).toHaveLength(at);
    expect(await wallet()).toMatchObject({ balance: 10 - done, held: 0 });
    expect(await resolutions(id)).toEqual([{ settled: done, released: 3 - done }]);
    await expectLedgerClean(db, team.orgId);
  },
);

test('cancel and the end race: one of them ends it, once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await startFor(team.member, set, { variations: 1 });
    const claim = await claimed();
    await Promise.allSettled([
      runGeneration(db, claim, { chain: [directedEngine()], shutdown: never }),
      cancelGeneration(team.member.ctx, { generationId: id }),
    ]);
    const { row, statuses } = await read(id);
    expect(await resolutions(id)).toHaveLength(1);
    expect(row.charged).toBe(statuses[0] === 'accepted' ? 1 : 0);
  }
  await expectLedgerClean(db, team.orgId);
});

test('only the member cancels: not an admin, not a colleague, not another team', async () => {
  const { id } = await startFor(team.member, set);
  const other = await makeTeam(db);
  const colleague = await makeMember(db, team.orgId, 'member');
  for (const { ctx } of [team.owner, team.admin, colleague, other.member])
    await expect(cancelGeneration(ctx, { generationId: id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await read(id)).row.status).toBe('queued');
});

test('a removed member’s and a withdrawn person’s generation stops by itself and is released', async () => {
  const queued = await startFor(team.member, set, { variations: 2 });
  await db.update(consent).set({ withdrawnAt: new Date() }).where(eq(consent.userId, team.member.userId));
  expect(await reapGenerations(db, new Date())).toMatchObject({ stopped: 1 });
  expect((await read(queued.id)).row).toMatchObject({ status: 'cancelled', charged: 0 });

  await db.update(consent).set({ withdrawnAt: null }).where(eq(consent.userId, team.member.userId));
  const running = await startFor(team.member, set, { variations: 2 });
  const engine = directedEngine(async (request) => {
    await db.delete(member).where(eq(member.id, team.member.memberId));
    await new Promise((resolve, reject) => {
      request.signal.addEventListener('abort', () => reject(new EngineError('stopped', 'aborted')));
      setTimeout(resolve, 5_000);
    });
    return pictureOf(request);
  });
  const outcome = await runGeneration(db, await claimed(), {
    chain: [engine],
    shutdown: never,
    renewEveryMs: 30,
  });
  expect(outcome).toBe('stopped');
  expect((await read(running.id)).row).toMatchObject({ status: 'cancelled', charged: 0 });
  expect(await resolutions(running.id)).toEqual([{ settled: 0, released: 2 }]);
  await expectLedgerClean(db, team.orgId);
});

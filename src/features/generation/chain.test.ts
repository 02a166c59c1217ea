/** Several AI engines and many workers: who stands in, who is left alone, how many at once. */
import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { engineCall, engineCircuit } from '@/db/schema/generation';
import { generationBench } from '../../../tests/support/generation-bench';
import { directedEngine, pictureOf, startFor } from '../../../tests/support/generations';
import { expectLedgerClean } from '../../../tests/support/ledger';
import { chooseOpenEngine, noteOutcome, takeProbe } from './circuit';
import {
  EngineError,
  type EngineFailure,
  type EngineName,
  type EnginePicture,
  type EngineRequest,
} from './engine';
import { runGeneration } from './run-generation';

const bench = await generationBench();
const { db, never } = bench;
beforeEach(async () => {
  await db.delete(engineCircuit);
});

/** An engine that draws anew, under this name. */
function aiEngine(
  name: EngineName,
  draw?: (request: EngineRequest) => Promise<EnginePicture>,
  places?: number,
) {
  const engine = directedEngine(draw);
  const capabilities = { ...engine.capabilities, finishesSelfie: false, references: { few: 4, most: 6 } };
  return { ...engine, name, capabilities, places: () => places ?? null };
}

const fails = (reason: EngineFailure) => () => Promise.reject(new EngineError(reason, reason));

type Engine = ReturnType<typeof aiEngine>;

async function run(chain: Engine[], variations = 1) {
  const { id } = await startFor(bench.team.member, bench.set, { variations });
  const end = await runGeneration(db, await bench.claimed(), {
    chain,
    shutdown: never,
    pause: async () => {},
  });
  const calls = await db
    .select()
    .from(engineCall)
    .where(eq(engineCall.generationId, id))
    .orderBy(asc(engineCall.id));
  await expectLedgerClean(db, bench.team.orgId);
  return { id, end, calls, ...(await bench.read(id)) };
}

test.each(['refused', 'budget', 'setup', 'outage', 'timeout', 'busy', 'unusable'] as const)(
  'after %s another AI engine draws; the reason is written down, the member pays one picture',
  async (reason) => {
    const { row, pictures, calls } = await run([aiEngine('openai', fails(reason)), aiEngine('replicate')]);
    expect([row.status, row.charged, pictures[0]?.engine]).toEqual(['completed', 1, 'replicate']);
    expect(calls).toMatchObject([
      { engine: 'openai', outcome: reason, because: null, call: 1 },
      { engine: 'replicate', outcome: 'drawn', because: `openai: ${reason}`, call: 2 },
    ]);
  },
);

test('two unlike pictures, and the other engine draws the third', async () => {
  const { calls, pictures } = await run([
    aiEngine('openai', (request) => pictureOf(request, 0.2)),
    aiEngine('replicate'),
  ]);
  expect(calls.map(({ engine }) => engine)).toEqual(['openai', 'openai', 'replicate']);
  expect(calls.map(({ likeness }) => (likeness ?? 0) > 0.4)).toEqual([false, false, true]);
  expect(pictures[0]?.status).toBe('accepted');
});

test('both refuse: refused, nothing charged, and nobody else is asked', async () => {
  const { row, statuses, calls } = await run([
    aiEngine('openai', fails('refused')),
    aiEngine('replicate', fails('refused')),
  ]);
  expect([statuses, row.charged, calls.length]).toEqual([['refused'], 0, 2]);
  expect(row.failure).toMatch(/declined/);
});

test('five outages in a row, and it is left alone: generations wait, alive and uncharged; one probe brings it back', async () => {
  let broken = true;
  const engine = aiEngine('openai', (request) => (broken ? fails('outage')() : pictureOf(request)));
  expect((await run([engine])).calls).toHaveLength(3);
  const second = await run([engine]);
  expect([second.end, second.calls.length, second.row.status]).toEqual(['queued', 2, 'queued']);
  expect((second.row.availableAt.getTime() - Date.now()) / 1000).toBeGreaterThan(30);
  expect(await bench.wallet()).toMatchObject({ balance: 10, held: 1 });
  const third = await run([engine]);
  expect([third.end, third.calls.length]).toEqual(['queued', 0]);

  broken = false;
  await db.update(engineCircuit).set({ openUntil: new Date(Date.now() - 1) });
  expect((await run([engine])).row.status).toBe('completed');
  expect(await db.select().from(engineCircuit)).toMatchObject([{ failures: 0, openUntil: null }]);
});

test('one probe: of many workers that come when the rest is over, one calls', async () => {
  await noteOutcome(db, 'openai', 'setup', new Date(Date.now() - 120_000));
  const [circuit] = await db.select().from(engineCircuit);
  const ripe = circuit?.openUntil ?? new Date();
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeProbe(db, 'openai', ripe, new Date())));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await chooseOpenEngine(db, ['openai'], [])).toMatchObject({ kind: 'later' });
});

test('a generation that waited an hour for its engine fails, and its credits come back', async () => {
  await noteOutcome(db, 'openai', 'setup');
  const { id } = await startFor(bench.team.member, bench.set, { variations: 1 });
  await db.execute(sql`update generation set created_at = now() - interval '61 minutes' where id = ${id}`);
  const chain = [aiEngine('openai')];
  expect(await runGeneration(db, await bench.claimed(), { chain, shutdown: never })).toBe('ended');
  expect((await bench.read(id)).row).toMatchObject({ status: 'failed', charged: 0 });
  expect(await bench.wallet()).toMatchObject({ balance: 10, held: 0 });
});

test('all places taken: back to the queue, nothing asked; a dead worker’s place is free', async () => {
  let drawing = () => {};
  const reached = new Promise<void>((resolve) => {
    drawing = resolve;
  });
  const stop = new AbortController();
  const hangs = aiEngine(
    'openai',
    ({ signal }) =>
      new Promise((_, reject) => {
        drawing();
        signal.addEventListener('abort', () => reject(new EngineError('stopped', 'stopped')));
      }),
    1,
  );
  const { id } = await startFor(bench.team.member, bench.set, { variations: 1 });
  const running = runGeneration(db, await bench.claimed(), { chain: [hangs], shutdown: stop.signal });
  await reached;
  const waits = await run([aiEngine('openai', undefined, 1)]);
  expect([waits.end, waits.calls.length, waits.pictures[0]?.attempts]).toEqual(['queued', 0, 0]);
  await bench.expireLease(id);
  expect((await run([aiEngine('openai', undefined, 1)])).row.status).toBe('completed');
  stop.abort();
  expect(await running).toBe('queued');
});

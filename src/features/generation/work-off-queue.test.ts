import { expect, test } from 'vitest';
import { generationBench } from '../../../tests/support/generation-bench';
import { directedEngine, pictureOf, startFor } from '../../../tests/support/generations';
import { type Workplace, workOffQueue } from './work-off-queue';

const bench = await generationBench();
const { db, never, read } = bench;

const studioLanes = (count: number, engine: ReturnType<typeof directedEngine>): Workplace => ({
  lanes: Array.from({ length: count }, () => ['studio']),
  chainFrom: () => [engine],
});

const start = () => startFor(bench.team.member, bench.set, { variations: 1 });

/** Opens when so many wait at it. */
function barrier(count: number): () => Promise<void> {
  let waiting = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    waiting += 1;
    if (waiting === count) open();
    return opened;
  };
}

test('a process draws one generation in each lane at the same time, until the queue is empty', async () => {
  const started = [];
  for (let n = 0; n < 5; n += 1) started.push(await start());
  const meet = barrier(3);
  const engine = directedEngine(async (request, call) => {
    if (call <= 3) await meet();
    return pictureOf(request);
  });
  await workOffQueue(db, never, studioLanes(3, engine));
  for (const { id } of started) expect((await read(id)).row.status).toBe('completed');
});

test('a wake that comes meanwhile is served by the lane that is free', async () => {
  const meet = barrier(2);
  const engine = directedEngine(async (request) => {
    await meet();
    return pictureOf(request);
  });
  const workplace = studioLanes(2, engine);
  const drawing = () => expect.poll(() => engine.requests.length, { timeout: 20_000 });
  const first = await start();
  const shift = workOffQueue(db, never, workplace);
  await drawing().toBe(1);
  const second = await start();
  await Promise.all([shift, workOffQueue(db, never, workplace)]);
  for (const { id } of [first, second]) expect((await read(id)).row.status).toBe('completed');
});

test('a wake that finds all lanes taken leaves the work to them', async () => {
  const engine = directedEngine();
  const workplace = studioLanes(1, engine);
  const { id } = await start();
  await Promise.all([workOffQueue(db, never, workplace), workOffQueue(db, never, workplace)]);
  expect(engine.requests).toHaveLength(1);
  expect((await read(id)).row.status).toBe('completed');
});

test('a lane that breaks tells so after the others have ended, and is free again', async () => {
  await start();
  const broken: Workplace = {
    lanes: [['studio'], ['studio']],
    chainFrom: () => {
      throw new Error('no such engine');
    },
  };
  await expect(workOffQueue(db, never, broken)).rejects.toThrow('no such engine');
  const { id } = await start();
  await workOffQueue(db, never, studioLanes(1, directedEngine()));
  expect((await read(id)).row.status).toBe('completed');
});

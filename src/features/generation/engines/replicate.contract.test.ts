/** Replicate as it behaves on good and bad days, over HTTP: what becomes of pictures, predictions, files at the vendor and credits. */
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closeVision } from '@/adapters/vision/vision';
import { POST as webhook } from '@/app/api/webhooks/replicate/route';
import { engineCall, engineCircuit } from '@/db/schema/generation';
import { finishOnce, pictureFrom, realSelfies, type Source } from '../../../../tests/support/engine-world';
import { generationBench } from '../../../../tests/support/generation-bench';
import { type SetOptions, startFor } from '../../../../tests/support/generations';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  type Fate,
  type RawAnswer,
  type ReplicateStandIn,
  type Ring,
  startReplicate,
  WEBHOOK_SECRET,
} from '../../../../tests/support/replicate';
import { answers, ends, fails, outputs, says } from '../../../../tests/support/replicate-fates';
import { pointAtTestDatabase } from '../../../../tests/support/signed-in';
import { cancelGeneration } from '../cancel-generation';
import { reapGenerations } from '../reap-generations';
import { runGeneration } from '../run-generation';
import { createReplicateEngine } from './replicate';

// Real models on a shared machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let replicate: ReplicateStandIn;
let selfies: SetOptions;

/** `2K`: what the vendor answers. The same at our own size is decoded in a third of the time, and most tests are about other things. */
const SIZES = { '2K': { width: 1856, height: 2304 }, ours: { width: 1024, height: 1280 } };

const drawn = (source: Source, shade: number, size: keyof typeof SIZES = 'ours') =>
  pictureFrom(source, SIZES[size].width, SIZES[size].height, shade);

/** A crowded machine needs its time. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000 });

/** Done at once, and nobody rings. */
const draws =
  (source: Source, size?: keyof typeof SIZES): Fate =>
  async (prediction, api) => {
    prediction.output = api.deliver(await drawn(source, api.predictions.length % 5, size));
    prediction.status = 'succeeded';
  };

beforeAll(async () => {
  replicate = await startReplicate(draws('self'));
  process.env.REPLICATE_API_TOKEN = replicate.token;
  process.env.REPLICATE_BASE_URL = replicate.url;
  process.env.REPLICATE_WEBHOOK_SECRET = WEBHOOK_SECRET;
  await pointAtTestDatabase();
  selfies = await realSelfies();
  finishOnce();
});
afterAll(async () => {
  await replicate.close();
  await closeVision();
});

const bench = await generationBench(() => selfies);
const { db, never } = bench;
beforeEach(async () => {
  await db.delete(engineCircuit);
  Object.assign(replicate, {
    predictions: [],
    cancelled: [],
    script: [],
    instead: {},
    reads: 0,
    leaked: false,
  });
  replicate.files.clear();
});

const QUICK = { timeoutMs: 60_000, ringEveryMs: 20, readEveryMs: 60 };
const options = (times: Partial<typeof QUICK> = {}) => ({
  chain: [createReplicateEngine({ ...QUICK, ...times })],
  shutdown: never,
  pause: async () => {},
});

const callsOf = (id: string) =>
  db.select().from(engineCall).where(eq(engineCall.generationId, id)).orderBy(asc(engineCall.id));

async function start(variations = 1) {
  const { id } = await startFor(bench.team.member, bench.set, { variations });
  return { id, claim: await bench.claimed(['replicate']) };
}

/** Runs one generation on these fates and checks what must hold whatever happened. */
async function run(script: Fate[], times?: Partial<typeof QUICK>, variations = 1) {
  replicate.script.push(...script);
  const { id, claim } = await start(variations);
  const end = await runGeneration(db, claim, options(times));
  const { row, statuses, pictures } = await bench.read(id);
  const calls = await callsOf(id);
  const accepted = statuses.filter((status) => status === 'accepted').length;
  if (end === 'ended') {
    expect(row.charged).toBe(accepted);
    expect(await bench.resolutions(id)).toEqual([{ settled: accepted, released: variations - accepted }]);
    expect(await bench.wallet()).toMatchObject({ balance: 10 - accepted, held: 0 });
  } else {
    expect(await bench.wallet()).toMatchObject({ balance: 10, held: variations });
  }
  await expectLedgerClean(db, bench.team.orgId);
  expect(replicate.leaked).toBe(false);
  return { id, end, row, statuses, pictures, calls, outcomes: calls.map(({ outcome }) => outcome) };
}

function ring({ id, timestamp, signature, body }: Ring): Promise<Response> {
  return webhook(
    new Request('http://localhost:3000/api/webhooks/replicate', {
      method: 'POST',
      body,
      headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
    }),
    { params: Promise.resolve({}) },
  );
}

const never_ends: Fate = () => {};

test('a picture: what is asked, what is kept, and no file stays there', async () => {
  const { statuses, pictures, calls } = await run([draws('self', '2K')], {}, 2);
  expect(statuses).toEqual(['accepted', 'accepted']);
  expect(pictures[0]).toMatchObject({ width: 1024, height: 1280, engine: 'replicate' });
  const [first, second] = replicate.predictions;
  expect(first).toMatchObject({ model: 'google/nano-banana-pro', references: 4, cancelAfter: '60s' });
  expect(first?.input).toMatchObject({ aspect_ratio: '4:5', resolution: '2K', output_format: 'png' });
  expect(first?.webhook).toBe('http://localhost:3000/api/webhooks/replicate');
  expect(first?.input.prompt).not.toBe(second?.input.prompt);
  expect(JSON.stringify(first?.input)).not.toContain(bench.team.member.userId);
  expect(calls[0]).toMatchObject({
    vendorId: 'pred1',
    model: 'google/nano-banana-pro',
    usage: { predict_time: 12.5 },
    costMicros: 150_000,
    vendorFiles: null,
  });
  expect(replicate.files.size).toBe(0);
});

type Case = [name: string, script: Fate[], status: string, outcomes: string[]];

const CASES: Case[] = [
  ['an output in a list', [outputs((api) => [api.deliver(LIKE)])], 'accepted', ['drawn']],
  ['a safety refusal', [fails('NSFW content detected')], 'refused', ['refused']],
  ['flagged by the model', [fails('The input was flagged as sensitive (E005)')], 'refused', ['refused']],
  ['a model that broke', [fails('CUDA out of memory')], 'accepted', ['outage', 'drawn']],
  [
    'a model that breaks always',
    Array(3).fill(fails('CUDA error')),
    'failed',
    ['outage', 'outage', 'outage'],
  ],
  ['ended by its deadline', [ends('canceled')], 'accepted', ['timeout', 'drawn']],
  ['aborted before it began', [ends('aborted')], 'accepted', ['timeout', 'drawn']],
  ['no output', [outputs(() => null)], 'accepted', ['unusable', 'drawn']],
  ['an empty list', [outputs(() => [])], 'accepted', ['unusable', 'drawn']],
  ['an empty file', [outputs((api) => api.deliver(Buffer.alloc(0)))], 'accepted', ['unusable', 'drawn']],
  ['not an image', [outputs((api) => api.deliver(Buffer.from('<svg/>')))], 'accepted', ['unusable', 'drawn']],
  [
    'fewer pixels than promised',
    [
      async (prediction, api) => {
        prediction.output = api.deliver(await pictureFrom('self', 512, 640));
        prediction.status = 'succeeded';
      },
    ],
    'accepted',
    ['unusable', 'drawn'],
  ],
  ...(
    [
      ['an output on another host', 'https://example.test/picture.png'],
      ['an output on this machine', 'http://127.0.0.1:1/latest/meta-data'],
      ['a host that only looks like it', 'https://replicate.delivery.example.test/x.png'],
      ['an output with a login', 'https://a:b@replicate.delivery/x.png'],
    ] as const
  ).map(([name, url]): Case => [name, [outputs(() => url)], 'accepted', ['unusable', 'drawn']]),
  ['a data URI', [outputs(() => 'data:image/png;base64,AAAA')], 'accepted', ['unusable', 'drawn']],
  [
    'an output that expired',
    [outputs((api) => `${api.url}/delivery/gone.png`)],
    'accepted',
    ['unusable', 'drawn'],
  ],
  ['somebody else once', [draws('stranger')], 'accepted', ['drawn', 'drawn']],
  ['somebody else always', Array(3).fill(draws('stranger')), 'unlike', ['drawn', 'drawn', 'drawn']],
  ['two people', [draws('two people')], 'accepted', ['unusable', 'drawn']],
];
let LIKE: Buffer;
beforeAll(async () => {
  LIKE = await drawn('self', 0);
});

test.each(CASES)('%s', async (_name, script, status, outcomes) => {
  const result = await run(script);
  expect(result.outcomes).toEqual(outcomes);
  expect(result.statuses).toEqual([status]);
  expect(replicate.files.size).toBe(0);
});

test('the same picture twice: the second is drawn again, at our cost', async () => {
  const same = outputs((api) => api.deliver(LIKE));
  const { statuses, outcomes } = await run([same, same], {}, 2);
  expect(statuses).toEqual(['accepted', 'accepted']);
  expect(outcomes).toEqual(['drawn', 'drawn', 'drawn']);
});

test.each([
  ['401', 401, 'failed', ['setup']],
  ['402, no credit left', 402, 'failed', ['budget']],
  ['422', 422, 'failed', ['setup']],
  ['500', 500, 'accepted', ['outage', 'drawn']],
  ['503', 503, 'accepted', ['outage', 'drawn']],
])('creating answers %s: asked once, never repeated unseen', async (_name, code, status, outcomes) => {
  replicate.instead.create = [answers(code)];
  const result = await run([]);
  expect([result.outcomes, result.statuses]).toEqual([outcomes, [status]]);
  expect(replicate.predictions).toHaveLength(outcomes.filter((one) => one === 'drawn').length);
  expect(replicate.files.size).toBe(0);
});

test('a connection that breaks while creating is not repeated: it may have been created', async () => {
  replicate.instead.create = [(response) => void response.destroy()];
  const { outcomes, calls } = await run([]);
  expect(outcomes).toEqual(['outage', 'drawn']);
  expect(calls[0]?.costMicros).toBeNull();
});

test.each([
  ['with Retry-After', { 'retry-after': '90' }, 90],
  ['without', {}, 15],
])(
  '429 %s: back to the queue until then, the call forgiven, no file left',
  async (_name, headers, seconds) => {
    replicate.instead.create = [answers(429, headers)];
    const { end, row, pictures, id } = await run([]);
    expect(end).toBe('queued');
    expect((row.availableAt.getTime() - Date.now()) / 1000).toBeGreaterThan(seconds - 12);
    expect(pictures[0]?.attempts).toBe(0);
    expect(replicate.files.size).toBe(0);
    await cancelGeneration(bench.team.member.ctx, { generationId: id });
  },
);

test('an upload that fails leaves nothing behind', async () => {
  replicate.instead.upload = [answers(500)];
  const { outcomes } = await run([]);
  expect(outcomes).toEqual(['outage', 'drawn']);
  expect(replicate.files.size).toBe(0);
});

test('hiccups while reading and delivering do not lose a picture that is paid for', async () => {
  replicate.instead.read = [answers(502), answers(500), answers(429), says('<html>'), says('{}')];
  replicate.instead.output = [answers(503), (response) => void response.destroy()];
  const { outcomes, statuses } = await run([]);
  expect([outcomes, statuses]).toEqual([['drawn'], ['accepted']]);
  expect(replicate.predictions).toHaveLength(1);
});

test('one that cannot be read any more is cancelled there before another is asked for', async () => {
  replicate.instead.read = [answers(404)];
  const { statuses } = await run([() => {}]);
  expect([statuses, replicate.cancelled]).toEqual([['failed'], ['pred1']]);
  expect(replicate.predictions).toHaveLength(1);
});

test('a delivery that redirects is not followed', async () => {
  const away: RawAnswer = (response) =>
    void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  replicate.instead.output = [away, away, away];
  expect((await run([])).outcomes).toEqual(['outage', 'drawn']);
});

test('a ring makes it read at once; doubled and late ones change nothing', async () => {
  const rung: number[] = [];
  const rings: Fate = async (prediction, api) => {
    await eventually(async () => {
      const [call] = await db.select().from(engineCall).where(eq(engineCall.vendorId, prediction.id));
      expect(call).toBeDefined();
    });
    await draws('self')(prediction, api);
    for (let at = 0; at < 2; at += 1) rung.push((await ring(api.sign(prediction))).status);
  };
  const { outcomes, calls } = await run([rings], { readEveryMs: 200_000 });
  expect([outcomes, rung]).toEqual([['drawn'], [200, 200]]);
  expect(calls[0]?.rings).toBeGreaterThanOrEqual(1);
  const [prediction] = replicate.predictions;
  if (!prediction) throw new Error('no prediction');
  const late = await ring(replicate.sign(prediction));
  expect([late.status, await late.json()]).toEqual([200, { heard: false }]);
});

test('a ring before it is done is a hint and no proof: it is read, and waited for', async () => {
  const early: Fate = async (prediction, api) => {
    await eventually(async () => {
      expect((await (await ring(api.sign(prediction))).json()) as object).toEqual({ heard: true });
    });
    await eventually(() => expect(api.reads).toBeGreaterThan(0));
    await draws('self')(prediction, api);
  };
  expect((await run([early])).statuses).toEqual(['accepted']);
});

test('a lost webhook: it is read by the clock', async () => {
  const { statuses } = await run([]);
  expect(statuses).toEqual(['accepted']);
  expect(replicate.reads).toBeGreaterThan(0);
});

const FORGED: [name: string, change: (ring: Ring) => Ring][] = [
  ['another body', (one) => ({ ...one, body: `${one.body} ` })],
  ['another id', (one) => ({ ...one, id: 'msg_other' })],
  ['another time', (one) => ({ ...one, timestamp: String(Number(one.timestamp) + 1) })],
  ['no signature', (one) => ({ ...one, signature: '' })],
  ['the signature of nothing', (one) => ({ ...one, signature: 'v1,' })],
  ['another version', (one) => ({ ...one, signature: one.signature.replace('v1,', 'v2,') })],
  ['no number as time', (one) => ({ ...one, timestamp: 'NaN' })],
];

test('a forged webhook is refused, an honest one of the same call is heard', async () => {
  const { calls } = await run([]);
  const [prediction] = replicate.predictions;
  if (!prediction) throw new Error('no prediction');
  await db
    .update(engineCall)
    .set({ finishedAt: null, rings: 0 })
    .where(eq(engineCall.vendorId, prediction.id));
  const rings = async () => {
    const [call] = await db
      .select()
      .from(engineCall)
      .where(eq(engineCall.id, calls[0]?.id ?? 0));
    return call?.rings;
  };
  for (const [name, change] of FORGED)
    expect((await ring(change(replicate.sign(prediction)))).status, name).toBe(401);
  expect(await rings()).toBe(0);
  expect((await ring(replicate.sign(prediction))).status).toBe(200);
  expect(await rings()).toBe(1);
});

test('a recorded webhook is refused after five minutes, and one from the future, too', async () => {
  await run([]);
  const [prediction] = replicate.predictions;
  if (!prediction) throw new Error('no prediction');
  for (const minutes of [-6, 6]) {
    const then = new Date(Date.now() + minutes * 60_000);
    expect((await ring(replicate.sign(prediction, then))).status).toBe(401);
  }
  const rotated = replicate.sign(prediction);
  expect((await ring({ ...rotated, signature: `v1,AAAA ${rotated.signature}` })).status).toBe(200);
});

test('one that never ends is cancelled there after our time', async () => {
  const { outcomes, statuses } = await run([never_ends, never_ends, never_ends], { timeoutMs: 3_000 });
  expect([outcomes, statuses]).toEqual([['timeout', 'timeout', 'timeout'], ['failed']]);
  expect(replicate.cancelled).toHaveLength(3);
  expect(replicate.files.size).toBe(0);
});

test('a cancel while it is drawn cancels it there, and deletes the files', async () => {
  replicate.script.push(never_ends);
  const { id, claim } = await start();
  const running = runGeneration(db, claim, { ...options(), renewEveryMs: 50 });
  await eventually(() => expect(replicate.reads).toBeGreaterThan(0));
  await cancelGeneration(bench.team.member.ctx, { generationId: id });
  expect(await running).toBe('lost');
  expect(replicate.cancelled).toEqual(['pred1']);
  expect(replicate.files.size).toBe(0);
  expect(await bench.wallet()).toMatchObject({ balance: 10, held: 0 });
});

test('files that could not be deleted are deleted by the reaper', async () => {
  replicate.instead.delete = [answers(500)];
  const { calls } = await run([]);
  expect(replicate.files.size).toBeGreaterThan(0);
  expect(calls[0]?.vendorFiles?.length).toBeGreaterThan(0);
  await db.update(engineCall).set({ finishedAt: new Date(Date.now() - 60_000) });
  await reapGenerations(db, new Date());
  expect(replicate.files.size).toBe(0);
  expect((await callsOf(calls[0]?.generationId ?? ''))[0]?.vendorFiles).toBeNull();
});

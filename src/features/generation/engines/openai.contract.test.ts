/** OpenAI as it behaves on good and bad days, through the real SDK: what becomes of the pictures, the calls and the credits. */
import { once } from 'node:events';
import { asc, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readBlob } from '@/adapters/blob/blob';
import { closeVision } from '@/adapters/vision/vision';
import { engineCall, engineCircuit } from '@/db/schema/generation';
import { finishOnce, pictureFrom, realSelfies, type Source } from '../../../../tests/support/engine-world';
import { generationBench } from '../../../../tests/support/generation-bench';
import { type SetOptions, startFor } from '../../../../tests/support/generations';
import { expectLedgerClean } from '../../../../tests/support/ledger';
import {
  type EditAnswer,
  fail,
  type OpenAiStandIn,
  sendPicture,
  startOpenAi,
} from '../../../../tests/support/openai';
import { cancelGeneration } from '../cancel-generation';
import { answerMessage } from '../chat/answer-message';
import type { Preferences } from '../preferences/preference-rules';
import { runGeneration } from '../run-generation';
import { createOpenAiEngine } from './openai';

// Real models on a shared machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let openai: OpenAiStandIn;
let selfies: SetOptions;
const waited: number[] = [];

/** A picture of this; every one another shade, unless one is given. */
const draws =
  (source: Source, shade?: number): EditAnswer =>
  async ({ width, height, images }, response, at) =>
    sendPicture(response, await pictureFrom(source, width, height, shade ?? at % 5), images.length);

beforeAll(async () => {
  openai = await startOpenAi(draws('self'));
  process.env.OPENAI_API_KEY = openai.key;
  process.env.OPENAI_BASE_URL = openai.url;
  selfies = await realSelfies();
  finishOnce();
});
afterAll(async () => {
  await openai.close();
  await closeVision();
});

const bench = await generationBench(() => selfies);
const { db, never } = bench;
beforeEach(async () => {
  await db.delete(engineCircuit);
  openai.edits.length = 0;
  openai.looks.length = 0;
  openai.script.length = 0;
  openai.look = null;
  waited.length = 0;
});

async function start(variations: number, preferences: Preferences = {}) {
  const { id } = await startFor(bench.team.member, bench.set, { variations, preferences });
  return { id, claim: await bench.claimed(['openai']) };
}

const options = (timeoutMs?: number) => ({
  chain: [createOpenAiEngine(timeoutMs === undefined ? {} : { timeoutMs })],
  shutdown: never,
  pause: async (ms: number) => {
    if (ms > 0) waited.push(ms);
  },
});

const callsOf = (id: string) =>
  db.select().from(engineCall).where(eq(engineCall.generationId, id)).orderBy(asc(engineCall.id));

/** Runs one generation on this script and checks what must hold whatever happened. */
async function run(
  script: EditAnswer[],
  variations = 1,
  { timeoutMs, preferences }: { timeoutMs?: number; preferences?: Preferences } = {},
) {
  openai.script.push(...script);
  const before = await bench.wallet();
  const { id, claim } = await start(variations, preferences);
  const end = await runGeneration(db, claim, options(timeoutMs));
  const { row, statuses, pictures } = await bench.read(id);
  const calls = (await callsOf(id)).filter(({ purpose }) => purpose === 'draw');
  const accepted = statuses.filter((status) => status === 'accepted').length;
  if (end === 'ended') {
    expect(row.charged).toBe(accepted);
    expect(await bench.resolutions(id)).toEqual([{ settled: accepted, released: variations - accepted }]);
    expect(await bench.wallet()).toMatchObject({ balance: before.balance - accepted, held: 0 });
  } else {
    expect(row.charged).toBeNull();
    expect(await bench.resolutions(id)).toEqual([]);
    expect(await bench.wallet()).toMatchObject({ held: variations });
  }
  await expectLedgerClean(db, bench.team.orgId);
  for (const { outcome, finishedAt } of calls) expect(outcome !== null && finishedAt !== null).toBe(true);
  for (const picture of pictures) expect(picture.attempts).toBeLessThanOrEqual(3);
  return { id, end, row, statuses, pictures, calls, outcomes: calls.map(({ outcome }) => outcome) };
}

const hang: EditAnswer = async (_request, response) => {
  await once(response, 'close');
};
const error =
  (status: number, code: string | null, headers?: Record<string, string>): EditAnswer =>
  (_request, response) =>
    fail(response, status, { code }, headers);
const html: EditAnswer = (_request, response) => {
  response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
};
const sends =
  (image: Uint8Array | null): EditAnswer =>
  (_request, response) =>
    sendPicture(response, image);
const sized =
  (width: number, height: number): EditAnswer =>
  async (_request, response) =>
    sendPicture(response, await pictureFrom('self', width, height));

test('the studio finishes a selfie only where it is asked for, and with its own limits', async () => {
  const start = async (asked: { engine?: 'studio'; preferences?: Preferences }) => {
    const { id } = await startFor(bench.team.member, bench.set, { variations: 1, ...asked });
    return (await bench.read(id)).row.engine;
  };
  const noTie: Preferences = { tie: 'without' };
  expect(await start({ preferences: noTie })).toBe('openai');
  expect(await start({ engine: 'studio' })).toBe('studio');
  await expect(start({ engine: 'studio', preferences: noTie })).rejects.toMatchObject({
    details: { fields: { 'preferences.tie': 'The studio does not change clothes.' } },
  });
  const told = async (engine?: 'studio') => {
    const asked = { message: 'no tie', preferences: {}, style: 'corporate', engine };
    const { signal } = new AbortController();
    for await (const event of answerMessage(bench.team.member.ctx, asked, { signal }))
      if (event.type === 'turn') return event.turn.reply;
    return null;
  };
  expect(await told()).toMatch(/^Noted: no tie/);
  expect(await told('studio')).toMatch(/^Not possible here: no tie/);
});

test('a picture: what is asked, what is kept, what it cost', async () => {
  openai.look = {
    hair: { length: 'short', texture: 'wavy', colour: 'dark brown', hairline: 'full' },
    facialHair: 'short beard',
    glasses: { worn: 'never', frame: null },
    marks: [{ kind: 'mole', place: 'left cheek' }],
  };
  const { id, row, statuses, pictures, calls } = await run([], 2, {
    preferences: { tie: 'without', backdrop: '#1f3556' },
  });
  expect(statuses).toEqual(['accepted', 'accepted']);
  expect(pictures[0]).toMatchObject({ width: 1024, height: 1280, engine: 'openai', attempts: 1 });
  expect(pictures[0]?.likeness).toBeGreaterThan(0.7);
  // The stand-in answers with a selfie.
  expect(pictures[0]?.likenessDetail).toMatchObject({
    selfies: 6,
    nearCopy: true,
    hashDistance: expect.any(Number),
  });
  expect(pictures[0]?.layout?.frame).toHaveLength(6);
  const stored = await readBlob(pictures[0]?.blobKey ?? '');
  const { xmp } = await sharp(stored ?? undefined).metadata();
  expect(String(xmp)).toMatch(/trainedAlgorithmicMedia.*headcraft with gpt-image-2\.5-sunburst/);
  const [edit] = openai.edits;
  expect(edit).toMatchObject({ model: 'gpt-image-2.5-sunburst', quality: 'high', size: '1024x1280' });
  expect(edit?.images).toHaveLength(4);
  expect(edit?.safetyIdentifier).toMatch(/^[0-9a-f]{40}$/);
  expect(edit?.prompt).not.toContain(bench.team.member.userId);
  expect(edit?.prompt).toContain('Hair: short, wavy, dark brown.');
  expect(edit?.prompt).toContain('mole on the left cheek');
  expect(edit?.prompt).toContain('Background colour: navy, #1f3556. Without a tie.');
  expect(new Set(openai.edits.map(({ prompt }) => prompt)).size).toBe(2);
  expect(openai.looks).toHaveLength(1);
  expect(openai.looks[0]).toMatchObject({ model: 'gpt-6-luna', store: false });
  expect(openai.looks[0]?.photos).toHaveLength(4);
  expect(row.prompt?.sections.map(({ role }) => role)).toEqual([
    'images',
    'identity',
    'style',
    'preferences',
    'realism',
  ]);
  expect(JSON.stringify(row.prompt)).not.toContain('mole on');
  expect(calls[0]).toMatchObject({
    engine: 'openai',
    model: 'gpt-image-2.5-sunburst',
    vendorId: expect.stringMatching(/^req_/),
    usage: { input_tokens: 1600 },
    costMicros: 73_333,
  });
  const [look] = await callsOf(id);
  expect(look).toMatchObject({ purpose: 'describe', outcome: 'drawn', costMicros: 1_100, pictureId: null });
});

test.each([503, 'not what was asked for', { hair: null }])(
  'no description (%j): a prompt without it',
  async (look) => {
    openai.look = look;
    const { statuses } = await run([]);
    expect(statuses).toEqual(['accepted']);
    expect(openai.edits[0]?.prompt).not.toContain('The person:');
  },
);

type Case = [name: string, script: EditAnswer[], statuses: string[], outcomes: string[], variations?: number];

const CASES: Case[] = [
  ['500 once', [error(500, 'server_error')], ['accepted'], ['outage', 'drawn']],
  ['500 three times', Array(3).fill(error(500, 'server_error')), ['failed'], ['outage', 'outage', 'outage']],
  ['502 in HTML', [html], ['accepted'], ['outage', 'drawn']],
  ['503 overloaded', [error(503, 'overloaded')], ['accepted'], ['outage', 'drawn']],
  ['408', [error(408, null)], ['accepted'], ['outage', 'drawn']],
  ['quota used up', [error(429, 'insufficient_quota')], ['failed'], ['budget']],
  ['hard limit', [error(400, 'billing_hard_limit_reached')], ['failed'], ['budget']],
  ['safety refusal', [error(400, 'moderation_blocked')], ['refused'], ['refused']],
  ['policy refusal', [error(400, 'content_policy_violation')], ['refused'], ['refused']],
  [
    'one of two refused',
    [draws('self'), error(400, 'moderation_blocked')],
    ['accepted', 'refused'],
    ['drawn', 'refused'],
    2,
  ],
  ['403', [error(403, 'model_not_allowed')], ['failed'], ['setup']],
  ['unknown model', [error(404, 'model_not_found')], ['failed'], ['setup']],
  ['a request it does not take', [error(400, 'invalid_value')], ['failed'], ['setup']],
  ['no picture in the answer', [sends(null)], ['accepted'], ['unusable', 'drawn']],
  ['an empty picture', [sends(new Uint8Array())], ['accepted'], ['unusable', 'drawn']],
  ['not an image', [sends(Buffer.from('<svg onload="alert(1)"/>'))], ['accepted'], ['unusable', 'drawn']],
  [
    'a cut-off image',
    [
      async (_, response) =>
        sendPicture(response, (await pictureFrom('self', 1024, 1280)).subarray(0, 9_000)),
    ],
    ['accepted'],
    ['unusable', 'drawn'],
  ],
  ['fewer pixels than promised', [sized(512, 640)], ['accepted'], ['unusable', 'drawn']],
  ['another shape, large enough', [sized(1536, 1536)], ['accepted'], ['drawn']],
  ['somebody else once', [draws('stranger')], ['accepted'], ['drawn', 'drawn']],
  ['somebody else always', Array(3).fill(draws('stranger')), ['unlike'], ['drawn', 'drawn', 'drawn']],
  ['nobody', [draws('nobody')], ['accepted'], ['drawn', 'drawn']],
  ['two people', [draws('two people')], ['accepted'], ['unusable', 'drawn']],
  [
    'the same picture twice',
    [draws('self', 1), draws('self', 1)],
    ['accepted', 'accepted'],
    ['drawn', 'drawn', 'drawn'],
    2,
  ],
  ['a reset connection', [(_, response) => void response.destroy()], ['accepted'], ['outage', 'drawn']],
  [
    'JSON cut off',
    [
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[{"b64_'),
    ],
    ['accepted'],
    ['unusable', 'drawn'],
  ],
  [
    '200 in HTML',
    [(_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ['accepted'],
    ['unusable', 'drawn'],
  ],
  [
    'a redirect',
    [(_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['accepted'],
    ['outage', 'drawn'],
  ],
  [
    'more bytes than any picture',
    [
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': '999999999' })
          .write('{'),
    ],
    ['accepted'],
    ['unusable', 'drawn'],
  ],
  [
    'slow, but in time',
    [
      async (request, response, at) => {
        await new Promise((done) => setTimeout(done, 300));
        await draws('self')(request, response, at);
      },
    ],
    ['accepted'],
    ['drawn'],
  ],
];

test.each(CASES)('%s', async (_name, script, statuses, outcomes, variations = statuses.length) => {
  const result = await run(script, variations);
  expect(result.outcomes).toEqual(outcomes);
  expect(result.statuses).toEqual(statuses);
  expect(result.row.status).toBe(statuses.includes('accepted') ? 'completed' : 'failed');
});

test('outages wait longer each time, and what failed may have cost nothing', async () => {
  const { calls } = await run([error(500, null), error(500, null)]);
  expect(waited).toEqual([2_000, 8_000]);
  expect(calls.map(({ costMicros }) => costMicros)).toEqual([null, null, expect.any(Number)]);
  expect(calls[1]?.because).toBe('openai: outage');
});

test('other references after somebody else was drawn', async () => {
  await run([draws('stranger')]);
  const [first, second] = openai.edits.map(({ images }) => images.map((image) => image.toString('base64')));
  expect(second?.filter((image) => !first?.includes(image)).length).toBeGreaterThanOrEqual(2);
});

test('a timeout may have cost something; the next call is funded by us', async () => {
  const { statuses, outcomes, row } = await run([hang, hang, hang], 1, { timeoutMs: 700 });
  expect(outcomes).toEqual(['timeout', 'timeout', 'timeout']);
  expect(statuses).toEqual(['failed']);
  expect(row.charged).toBe(0);
});

test('an answer that stops in the middle is a timeout, too', async () => {
  const stall: EditAnswer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":[');
    return once(response, 'close').then(() => {});
  };
  const { outcomes } = await run([stall, stall, stall], 1, { timeoutMs: 700 });
  expect(outcomes).toEqual(['timeout', 'timeout', 'timeout']);
});

test.each([
  ['with Retry-After', { 'retry-after': '90' }, 90],
  ['without', undefined, 15],
])('429 %s: back to the queue, nothing lost, the call forgiven', async (_name, headers, seconds) => {
  const { end, row, pictures, outcomes, id } = await run([error(429, 'rate_limit_exceeded', headers)]);
  expect(end).toBe('queued');
  expect(outcomes).toEqual(['busy']);
  expect(row).toMatchObject({ status: 'queued', attempts: 0 });
  expect(pictures[0]?.attempts).toBe(0);
  expect((row.availableAt.getTime() - Date.now()) / 1000).toBeGreaterThan(seconds - 12);
  await cancelGeneration(bench.team.member.ctx, { generationId: id });
  expect(await bench.wallet()).toMatchObject({ balance: 10, held: 0 });
});

test('a wrong key ends at once and says so to staff only', async () => {
  openai.key = 'sk-other';
  const wrong: EditAnswer = (_request, response) => fail(response, 401, { code: 'invalid_api_key' });
  const { outcomes, statuses, row, calls } = await run([wrong]);
  openai.key = 'sk-test-stand-in';
  expect([outcomes, statuses]).toEqual([['setup'], ['failed']]);
  expect(calls[0]?.reason).toBe('OpenAI answered 401, invalid_api_key.');
  expect(row.failure).not.toMatch(/OpenAI|key/);
});

test('a cancel while it is drawn ends the call', async () => {
  let arrived = () => {};
  const reached = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  openai.script.push(async (request, response, at) => {
    arrived();
    await hang(request, response, at);
  });
  const { id, claim } = await start(1);
  const running = runGeneration(db, claim, { ...options(), renewEveryMs: 100 });
  await reached;
  await cancelGeneration(bench.team.member.ctx, { generationId: id });
  expect(await running).toBe('lost');
  expect((await callsOf(id)).at(-1)?.outcome).toBe('stopped');
  expect(await bench.wallet()).toMatchObject({ balance: 10, held: 0 });
  await expectLedgerClean(db, bench.team.orgId);
});

test('asked again after an interruption: the same words, described once', async () => {
  const { id, claim } = await start(1);
  const shutdown = new AbortController();
  openai.script.push(async (request, response, at) => {
    shutdown.abort();
    await hang(request, response, at);
  });
  expect(await runGeneration(db, claim, { ...options(), shutdown: shutdown.signal })).toBe('queued');
  const again = await bench.claimed(['openai']);
  expect(await runGeneration(db, again, options())).toBe('ended');
  expect(openai.looks).toHaveLength(1);
  expect(openai.edits[1]?.prompt).toBe(openai.edits[0]?.prompt);
  expect((await bench.read(id)).statuses).toEqual(['accepted']);
});

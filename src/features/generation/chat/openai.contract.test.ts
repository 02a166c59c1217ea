/** The chat with OpenAI on good and bad days, through the real SDK: what the person reads, what their wishes become, what is kept. */
import { once } from 'node:events';
import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { engineCall, engineCircuit } from '@/db/schema/generation';
import { noteOutcome } from '@/features/generation/circuit';
import { testDatabase } from '../../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../../tests/support/factories';
import {
  type ChatAnswer,
  fail,
  type OpenAiStandIn,
  startOpenAi,
  streamText,
} from '../../../../tests/support/openai';
import type { Preferences } from '../preferences/preference-rules';
import { answerMessage } from './answer-message';
import type { AssistantAnswer } from './assistant-answer';
import type { ChatEvent } from './chat-types';
import { streamTurn } from './stream-turn';

const db = await testDatabase();
let openai: OpenAiStandIn;
let team: TestTeam;

beforeAll(async () => {
  openai = await startOpenAi((_request, response) => fail(response, 500, { code: 'server_error' }));
  process.env.OPENAI_API_KEY = openai.key;
  process.env.OPENAI_BASE_URL = openai.url;
  // Which has limits to speak of.
  process.env.HEADCRAFT_ENGINE = 'studio';
});
afterAll(() => openai.close());
beforeEach(async () => {
  team = await makeTeam(db);
  await db.delete(engineCircuit);
  openai.chats.length = 0;
  openai.chatScript.length = 0;
  openai.moderated.length = 0;
  openai.flags = [];
});

const NONE: AssistantAnswer['wishes'] = {
  backdrop: null,
  background: null,
  brightness: null,
  contrast: null,
  warmth: null,
  framing: null,
  expression: null,
  attire: null,
  attireColour: null,
  tie: null,
  glasses: null,
  hat: null,
  jewellery: null,
};

const GOOD = {
  reply: 'A navy backdrop and warmer light. Shall I do more?',
  wishes: { ...NONE, backdrop: '#1f3556', warmth: 'warmer' },
  ask: null,
};

/** In pieces of seven characters. */
const pieces = (answer: unknown) => JSON.stringify(answer).match(/.{1,7}/gs) ?? [];
const answers =
  (answer: unknown): ChatAnswer =>
  (_request, response) =>
    streamText(response, pieces(answer));

async function say(message: string, more: { preferences?: Preferences; timeoutMs?: number } = {}) {
  const { preferences = {}, timeoutMs } = more;
  const events: ChatEvent[] = [];
  const options = { signal: new AbortController().signal, ...(timeoutMs ? { timeoutMs } : {}) };
  for await (const event of answerMessage(
    team.member.ctx,
    { message, preferences, style: 'corporate' },
    options,
  ))
    events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'turn') throw new Error('The answer has no turn.');
  const words = events.flatMap((event) => (event.type === 'words' ? [event.text] : []));
  return { turn: last.turn, words };
}

const lastCall = async () =>
  (
    await db
      .select()
      .from(engineCall)
      .where(eq(engineCall.organizationId, team.orgId))
      .orderBy(desc(engineCall.id))
  )[0];
const refusals = () =>
  db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.organizationId, team.orgId), eq(auditEvent.action, 'chat.refuse')));

test('what the studio does not do, and how far it goes, is said after the assistant’s words', async () => {
  const wishes = { ...NONE, tie: 'without', framing: 'wider' };
  openai.chatScript.push(answers({ reply: 'No tie, and wider.', wishes, ask: null }));
  expect((await say('wider, no tie')).turn.reply).toBe(
    'No tie, and wider. Not possible here: no tie. The studio does not change clothes. Wider goes as far as your photo shows you; if that is less than you hoped for, the result says so.',
  );
});

const BY_RULES = 'The assistant does not answer right now';

test('the reply is streamed by sentences, wishes are those of the schema, the call is kept and the words are not', async () => {
  openai.chatScript.push(answers(GOOD));
  const { turn, words } = await say('navy and warm, like in the evening', {
    preferences: { framing: 'closer' },
  });
  expect(turn).toMatchObject({
    reply: 'A navy backdrop and warmer light.',
    preferences: { backdrop: '#1f3556', warmth: 'warmer' },
    refused: null,
  });
  expect(words.join('')).toBe('A navy backdrop and warmer light.');
  expect(turn.quickReplies[0]).toBe('Undo');
  const call = await lastCall();
  expect(call).toMatchObject({
    purpose: 'chat',
    engine: 'openai',
    generationId: null,
    outcome: 'drawn',
    model: 'gpt-6-luna',
    costMicros: 400,
    usage: { total_tokens: 560 },
  });
  expect(JSON.stringify(call)).not.toContain('evening');
});

test('nothing but words and wishes leaves: no name, no address, no id, nothing stored there', async () => {
  openai.chatScript.push(answers(GOOD));
  await say('navy', { preferences: { tie: 'with' } });
  const [chat] = openai.chats;
  expect(JSON.parse(chat?.input ?? '')).toMatchObject({
    message: 'navy',
    wishes: { tie: 'with', hat: null },
  });
  expect(Object.keys(JSON.parse(chat?.input ?? ''))).toEqual(['wishes', 'notPossibleInThisStyle', 'message']);
  expect(chat).toMatchObject({ model: 'gpt-6-luna', store: false });
  expect(chat?.safetyIdentifier).toMatch(/^[0-9a-f]{40}$/);
  expect(openai.moderated).toEqual(['navy']);
  const sent = JSON.stringify(openai.chats);
  for (const secret of [team.member.userId, team.member.memberId, team.orgId])
    expect(sent).not.toContain(secret);
});

test('what the engine cannot do is said, whatever the model says; it asks one thing, in our words', async () => {
  openai.chatScript.push(
    answers({
      reply: 'A suit, nice. Which one? With what?',
      wishes: { ...NONE, attire: 'suit' },
      ask: 'light',
    }),
  );
  const { turn } = await say('a suit');
  expect(turn.reply).toBe(
    'A suit, nice. Not possible here: suit. The studio does not change clothes. Should the light be warmer, cooler, softer or brighter?',
  );
  expect(turn.quickReplies).toContain('A bit warmer');
  openai.chatScript.push(answers({ ...GOOD, ask: 'expression' }));
  expect((await say('navy')).turn.reply, 'what the studio cannot do is not asked').toBe(
    'A navy backdrop and warmer light.',
  );
});

const hang: ChatAnswer = async (_request, response) => {
  await once(response, 'close');
};
const stuck: ChatAnswer = async (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': still thinking\n\n');
  await once(response, 'close');
};
const error =
  (status: number, code: string): ChatAnswer =>
  (_request, response) =>
    fail(response, status, { code });
const ends =
  (end: 'failed' | 'incomplete' | 'cut'): ChatAnswer =>
  (_request, response) =>
    streamText(response, pieces(GOOD).slice(0, 9), end);

const BAD_DAYS: [string, ChatAnswer, string][] = [
  ['down', error(500, 'server_error'), 'outage'],
  ['too many requests', error(429, 'rate_limit_exceeded'), 'busy'],
  ['no money left', error(429, 'insufficient_quota'), 'budget'],
  ['a wrong key', error(401, 'invalid_api_key'), 'setup'],
  ['no such model', error(404, 'model_not_found'), 'setup'],
  ['no answer at all', hang, 'timeout'],
  ['a stream that stops', stuck, 'timeout'],
  ['a stream that is cut', ends('cut'), 'outage|unusable'],
  ['failed half-way', ends('failed'), 'outage'],
  ['cut by its own limit', ends('incomplete'), 'unusable'],
  ['no JSON', (_request, response) => streamText(response, ['Sure! ', 'Navy it is.']), 'unusable'],
  ['broken JSON', (_request, response) => streamText(response, ['{"reply":"Navy.","wishes":{']), 'unusable'],
  ['a colour that is none', answers({ ...GOOD, wishes: { ...NONE, backdrop: 'url(evil)' } }), 'unusable'],
  ['a value that is none', answers({ ...GOOD, wishes: { ...NONE, attire: 'bikini' } }), 'unusable'],
  ['a field that is none', answers({ ...GOOD, wishes: { ...NONE, age: 20 } }), 'unusable'],
  [
    'HTML',
    (_request, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502'),
    'outage',
  ],
];

test.each(BAD_DAYS)('%s: the rules read it, with a note', async (_name, answer, outcome) => {
  openai.chatScript.push(answer);
  const { turn } = await say('Blue background, a bit warmer.', { timeoutMs: 400 });
  expect(turn.preferences).toEqual({ backdrop: '#3f74b5', warmth: 'warmer' });
  expect(turn.reply).toMatch(/^Noted: blue backdrop, a bit warmer\. The assistant does not answer right now/);
  const call = await lastCall();
  expect(call?.outcome).toMatch(new RegExp(`^(${outcome})$`));
  expect(call?.finishedAt).not.toBeNull();
  expect(openai.chats.length).toBe(1);
});

test('an answer that declines is a refusal: nothing changes', async () => {
  openai.chatScript.push((_request, response) => streamText(response, [], 'refusal'));
  const { turn } = await say('something odd', { preferences: { warmth: 'warmer' } });
  expect(turn).toMatchObject({ refused: 'other', preferences: { warmth: 'warmer' }, quickReplies: [] });
  expect(await refusals()).toMatchObject([{ data: { category: 'other' } }]);
});

test('what the moderation flags is refused before the model sees it; local rules refuse before anybody does', async () => {
  openai.flags = ['sexual', 'sexual/minors'];
  expect((await say('something veiled')).turn.refused).toBe('minors');
  openai.flags = ['violence/graphic'];
  expect((await say('something veiled')).turn.refused).toBe('violence');
  expect(openai.moderated).toHaveLength(2);
  expect((await say('naked, navy background')).turn).toMatchObject({ refused: 'sexual', preferences: {} });
  expect(openai.moderated).toHaveLength(2);
  expect(openai.chats).toEqual([]);
  expect(JSON.stringify(await refusals())).not.toMatch(/veiled|naked/);
});

test('without moderation the model is not asked, and an engine that is left alone is not either', async () => {
  openai.flags = 500;
  expect((await say('navy')).turn.reply).toContain(BY_RULES);
  openai.flags = [];
  await noteOutcome(db, 'openai', 'budget');
  expect((await say('navy')).turn.reply).toContain(BY_RULES);
  expect(openai.chats).toEqual([]);
  expect(openai.moderated).toHaveLength(1);
});

test('a browser that goes ends the call, and what was under way is written down', async () => {
  const gone = new AbortController();
  let closed: Promise<unknown> = Promise.resolve();
  openai.chatScript.push(async (_request, response) => {
    closed = once(response, 'close');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const delta = { type: 'response.output_text.delta', delta: '{"reply":"One. Two.' };
    response.write(`data: ${JSON.stringify(delta)}\n\n`);
    await closed;
  });
  const stream = await streamTurn(
    (signal) =>
      answerMessage(team.member.ctx, { message: 'navy', preferences: {}, style: 'corporate' }, { signal }),
    gone.signal,
  );
  const reader = stream.getReader();
  const { value } = await reader.read();
  expect(new TextDecoder().decode(value)).toBe('data: {"type":"words","text":"One. Two."}\n\n');
  await reader.cancel();
  await closed;
  await expect.poll(async () => (await lastCall())?.outcome, { timeout: 20_000 }).toBe('stopped');
});

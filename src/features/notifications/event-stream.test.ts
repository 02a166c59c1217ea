import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { member } from '@/db/schema/auth';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { emitEvent } from './emit-event';
import { type EventStreamOptions, streamEvents } from './event-stream';
import type { TeamEvent } from './event-types';

let db: Db;
let team: TestTeam;
const open: AbortController[] = [];

beforeAll(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
});

afterEach(() => {
  for (const controller of open.splice(0)) controller.abort();
});

/** Reads a stream in the background into a list of events. */
function listen(ctx: TestTeam['member']['ctx'], options: Partial<EventStreamOptions> = {}) {
  const controller = new AbortController();
  open.push(controller);
  const stream = streamEvents(ctx, { signal: controller.signal, ...options });
  const events: TeamEvent[] = [];
  const state = { closed: false, text: '' };
  const done = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      state.text += decoder.decode(chunk);
      for (const line of decoder.decode(chunk).split('\n'))
        if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as TeamEvent);
    }
    state.closed = true;
  })();
  const heard = () => until(() => state.text.includes(': listening'));
  return { events, state, done, heard, abort: () => controller.abort() };
}

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 20_000, interval: 20 });

/** A promise that the test keeps. */
function promised() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a person hears their own events and the team’s, not a colleague’s and not another team’s', async () => {
  const other = await makeTeam(db);
  const mine = listen(team.member.ctx);
  const admin = listen(team.admin.ctx);
  await Promise.all([mine.heard(), admin.heard()]);
  await emitEvent(other.member.ctx, { type: 'members.changed', data: { n: 0 } });
  await emitEvent(team.admin.ctx, {
    type: 'generation.progress',
    data: { n: 1 },
    userId: team.member.userId,
  });
  await emitEvent(team.admin.ctx, { type: 'members.changed', data: { n: 2 } });
  await until(() => mine.events.length === 2 && admin.events.length === 1);
  expect(mine.events.map((event) => event.data.n)).toEqual([1, 2]);
  expect(admin.events.map((event) => event.data.n)).toEqual([2]);
});

test('a page that reconnects gets what it missed, once and in order, and then goes on', async () => {
  const first = listen(team.member.ctx);
  await first.heard();
  await emitEvent(team.owner.ctx, { type: 'balance.changed', data: { n: 1 } });
  await until(() => first.events.length === 1);
  first.abort();
  await first.done;
  const last = first.events[0];
  if (!last) throw new Error('no event');
  await emitEvent(team.owner.ctx, { type: 'balance.changed', data: { n: 2 } });
  await emitEvent(team.owner.ctx, { type: 'balance.changed', data: { n: 3 }, userId: team.admin.userId });
  await emitEvent(team.owner.ctx, { type: 'balance.changed', data: { n: 4 } });
  const second = listen(team.member.ctx, { afterSeq: last.seq });
  await until(() => second.events.length === 2);
  await emitEvent(team.owner.ctx, { type: 'balance.changed', data: { n: 5 } });
  await until(() => second.events.length === 3);
  expect(second.events.map((event) => event.data.n)).toEqual([2, 4, 5]);
});

test('an event whose transaction commits late is not lost', async () => {
  const stream = listen(team.member.ctx);
  await stream.heard();
  const [emitted, release] = [promised(), promised()];
  const slow = db.transaction(async (tx) => {
    await emitEvent({ ...team.owner.ctx, db: tx as Db }, { type: 'payment.changed', data: { n: 'slow' } });
    emitted.resolve();
    await release.promise;
  });
  await emitted.promise;
  await emitEvent(team.owner.ctx, { type: 'payment.changed', data: { n: 'fast' } });
  await until(() => stream.events.length === 1);
  release.resolve();
  await slow;
  await until(() => stream.events.length === 2);
  expect(stream.events.map((event) => event.data.n)).toEqual(['fast', 'slow']);
  await wait(1_600);
  expect(stream.events).toHaveLength(2);
});

test('a stream beats, ends when its person left the team, and ends by itself', async () => {
  const beating = listen(team.admin.ctx, { heartbeatMs: 30 });
  await until(() => beating.state.text.includes(': still here'));
  await db.delete(member).where(eq(member.id, team.admin.memberId));
  await until(() => beating.state.closed);
  const short = listen(team.member.ctx, { lifetimeMs: 30 });
  await until(() => short.state.closed);
});

test('a reader that goes away is let go without an error', async () => {
  const stream = streamEvents(team.member.ctx, { signal: new AbortController().signal });
  const reader = stream.getReader();
  await reader.read();
  await expect(reader.cancel()).resolves.toBeUndefined();
});

import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { testDatabase } from '../../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../../tests/support/factories';
import { answerMessage } from './answer-message';
import type { ChatEvent, ChatTurn } from './chat-types';
import type { ChatInput } from './input';

const db = await testDatabase();
let team: TestTeam;

beforeAll(async () => {
  team = await makeTeam(db);
});

async function say(message: string, more: Partial<ChatInput> = {}): Promise<ChatTurn> {
  const asked = { message, preferences: {}, style: 'corporate', ...more };
  const events: ChatEvent[] = [];
  for await (const event of answerMessage(team.member.ctx, asked, { signal: new AbortController().signal }))
    events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'turn') throw new Error('The answer has no turn.');
  return last.turn;
}

const audits = () =>
  db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.organizationId, team.orgId), eq(auditEvent.action, 'chat.refuse')));

test('wishes come back whole, what the style’s engine cannot do is said', async () => {
  const turn = await say('no tie, warmer', { preferences: { backdrop: '#1f3556' } });
  expect(turn.preferences).toEqual({ backdrop: '#1f3556', tie: 'without', warmth: 'warmer' });
  expect(turn.reply).toContain('The studio does not change clothes.');
  expect(await say('undo', { preferences: turn.preferences, before: {} })).toMatchObject({ preferences: {} });
  expect(await audits()).toEqual([]);
});

test('a refused message changes nothing and leaves its category, never its words', async () => {
  const turn = await say('make me look like a teenager, navy background', {
    preferences: { warmth: 'warmer' },
  });
  expect(turn).toMatchObject({ refused: 'minors', preferences: { warmth: 'warmer' }, quickReplies: [] });
  const [event, ...more] = await audits();
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    actor: `member:${team.member.memberId}`,
    subjectId: team.member.memberId,
    data: { category: 'minors' },
  });
  expect(JSON.stringify(event)).not.toMatch(/teenager|navy/);
});

test('only for members, in a style there is, with wishes that are wishes', async () => {
  for (const [changes, error] of [
    [{ style: 'nothing' }, { code: 'invalid' }],
    [{ preferences: { note: 'x' } as object }, { name: 'ZodError' }],
    [{ message: ' ' }, { name: 'ZodError' }],
    [{ message: 'a'.repeat(10_000) }, { name: 'ZodError' }],
  ] as const)
    await expect(say('navy', changes)).rejects.toMatchObject(error);
});

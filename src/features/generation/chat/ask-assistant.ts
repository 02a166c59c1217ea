/** A turn by OpenAI's small model, streamed, checked, and written down with what it cost. */
import { moderateText } from '@/adapters/openai/moderate-text';
import { streamAnswer } from '@/adapters/openai/stream-answer';
import { personKey } from '@/adapters/person-key';
import { VendorFailure } from '@/adapters/vendor-failure';
import type { Ctx } from '@/db/context';
import { requireMember } from '@/lib/actor';
import { SECOND } from '@/lib/time';
import { beginCall, endCall } from '../engine-calls';
import { CHAT_COST } from '../engine-costs';
import type { Preferences } from '../preferences/preference-rules';
import { wishesOf } from '../preferences/preference-rules';
import type { Asked } from './answer-locally';
import {
  ASSISTANT_VERSION,
  type AssistantAnswer,
  assistantInput,
  assistantInstructions,
  assistantSchema,
  replyIn,
  statementsOf,
  wishesIn,
} from './assistant-answer';
import type { ChatEvent, ChatTurn, RefusalCategory } from './chat-types';
import { answerable, boundLines, impossibleLines, quickRepliesFor } from './reply';

const TIMEOUT = 15 * SECOND;
const MODERATION_TIMEOUT = 4 * SECOND;

/** Null: nothing speaks against it. Throws `VendorFailure`. */
export async function moderateAtVendor(
  message: string,
  signal: AbortSignal,
): Promise<RefusalCategory | null> {
  const found = await moderateText(message, signal, MODERATION_TIMEOUT);
  if (found.length === 0) return null;
  return CATEGORIES.find(([name]) => found.some((one) => one.startsWith(name)))?.[1] ?? 'other';
}

/** By how the vendor's names begin, the gravest first. */
const CATEGORIES: readonly [string, RefusalCategory][] = [
  ['sexual/minors', 'minors'],
  ['sexual', 'sexual'],
  ['violence', 'violence'],
  ['self-harm', 'violence'],
  ['hate', 'hate'],
  ['harassment', 'hate'],
];

/** Yields the reply by sentences, then the turn. Throws `VendorFailure`. */
export async function* askAssistant(
  ctx: Ctx,
  asked: Asked,
  { signal, timeoutMs = TIMEOUT }: { signal: AbortSignal; timeoutMs?: number | undefined },
): AsyncGenerator<ChatEvent> {
  const { message, preferences, texts } = asked;
  const call = await beginCall(
    ctx.db,
    { orgId: ctx.orgId, id: null },
    { pictureId: null, purpose: 'chat', call: 0, engine: 'openai', because: null },
  );
  let open = true;
  try {
    const stream = streamAnswer({
      instructions: assistantInstructions(texts.language),
      input: assistantInput(message, preferences, asked.limits),
      schema: assistantSchema,
      name: ASSISTANT_VERSION.replace('-', '_'),
      personKey: personKey(requireMember(ctx.actor).userId),
      signal,
      timeoutMs,
    });
    let json = '';
    let shown = '';
    for (;;) {
      const { value, done } = await stream.next();
      if (done) {
        const { answer, model, vendorId, usage } = value;
        open = false;
        await endCall(ctx.db, call, {
          outcome: 'drawn',
          receipt: { model, vendorId, usage, costMicros: CHAT_COST },
        });
        yield { type: 'turn', turn: turnOf(answer, asked) };
        return;
      }
      json += value;
      const told = statementsOf(replyIn(json), true);
      if (told.length > shown.length) yield { type: 'words', text: told.slice(shown.length) };
      shown = told;
    }
  } catch (error) {
    open = false;
    const { kind, message } =
      error instanceof VendorFailure ? error : { kind: 'outage' as const, message: 'the chat itself broke' };
    await endCall(ctx.db, call, { outcome: kind, reason: message });
    throw error;
  } finally {
    // The browser went between two pieces.
    if (open) await endCall(ctx.db, call, { outcome: 'stopped', reason: 'nobody listens any more' });
  }
}

function turnOf(answer: AssistantAnswer, { preferences: now, limits, bounds, texts }: Asked): ChatTurn {
  const preferences: Preferences = wishesIn(answer);
  const set = wishesOf(preferences).filter(({ field, value }) => now[field] !== value);
  const question = answerable(answer.ask, limits);
  const reply = [
    statementsOf(answer.reply),
    ...impossibleLines(set, limits, texts),
    ...boundLines(set, bounds),
    question ? texts.t(`generation.chat.questions.${question}`) : '',
  ].filter(Boolean);
  return {
    reply: reply.join(' ') || texts.t('generation.chat.alreadySo'),
    preferences,
    quickReplies: quickRepliesFor(question, preferences, limits, { canUndo: true, texts }),
    refused: null,
  };
}

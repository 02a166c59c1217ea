/** One message of the chat on the page for new headshots. Nothing of it is stored: a refusal leaves its category, an answer leaves nothing. */

import { VendorFailure } from '@/adapters/vendor-failure';
import { type Ctx, inTransaction } from '@/db/context';
import { env } from '@/env';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember, requirePermission } from '@/lib/actor';
import { log } from '@/lib/log';
import { currentTexts, say } from '@/texts/current-texts';
import { isLeftAlone } from '../circuit';
import { refused } from '../photo-set-check';
import { limitsIn } from '../preferences/preference-rules';
import { findActiveStyle } from '../style-queries';
import { type Asked, answerLocally, hear } from './answer-locally';
import { askAssistant, moderateAtVendor } from './ask-assistant';
import type { ChatEvent, RefusalCategory } from './chat-types';
import { type ChatInput, chatInput } from './input';
import { refusalOf } from './moderation';

/** Aborted when nobody waits any more; a shorter `timeoutMs` for tests. */
export type AnswerOptions = { signal: AbortSignal; timeoutMs?: number };

/**
 * Pieces of the reply as they come, then the turn. With a key the assistant reads it; what it cannot read now, the local parser does.
 * Throws `invalid` for a style that cannot be had.
 */
export async function* answerMessage(
  ctx: Ctx,
  input: ChatInput,
  options: AnswerOptions,
): AsyncGenerator<ChatEvent> {
  requirePermission(ctx.actor, 'generation:own');
  // What comes after the first event is asked for by the stream, no longer inside of the request.
  const texts = currentTexts();
  const { style: styleId, engine, ...message } = chatInput.parse(input);
  const style = await findActiveStyle(ctx.db, styleId, engine);
  if (!style) throw refused('style', say('generation.refused.style'));
  const { wishLimits, wishBounds } = style.engine.capabilities;
  const asked = {
    ...message,
    limits: limitsIn(wishLimits, texts),
    bounds: limitsIn(wishBounds, texts),
    texts,
  };
  const category = refusalOf(asked.message, texts.language);
  if (category) yield await refuse(ctx, asked, category);
  else if (env().OPENAI_API_KEY) yield* answerByAssistant(ctx, asked, options);
  else yield { type: 'turn', turn: answerLocally(asked) };
}

async function* answerByAssistant(ctx: Ctx, asked: Asked, options: AnswerOptions): AsyncGenerator<ChatEvent> {
  // "Undo" needs no model, which knows nothing of what was before.
  const isUndo = /^\W*undo\b/i.test(hear(asked.message, asked.texts.language).english);
  try {
    if (!isUndo && !(await isLeftAlone(ctx.db, 'openai'))) {
      const category = await moderateAtVendor(asked.message, options.signal);
      if (category) yield await refuse(ctx, asked, category);
      else yield* askAssistant(ctx, asked, options);
      return;
    }
  } catch (error) {
    if (!(error instanceof VendorFailure) || error.kind === 'stopped') throw error;
    if (error.kind === 'refused') {
      yield await refuse(ctx, asked, 'other');
      return;
    }
    log.warn({ kind: error.kind, reason: error.message }, 'chat read by rules');
  }
  const turn = answerLocally(asked);
  yield {
    type: 'turn',
    turn: isUndo ? turn : { ...turn, reply: `${turn.reply} ${asked.texts.t('generation.chat.byRules')}` },
  };
}

/** Keeps the category alone: the words are nobody's to read. */
async function refuse(
  ctx: Ctx,
  { preferences, texts }: Asked,
  category: RefusalCategory,
): Promise<ChatEvent> {
  const { memberId } = requireMember(ctx.actor);
  await inTransaction(ctx, (ctx) =>
    recordAudit(ctx, {
      action: 'chat.refuse',
      subjectType: 'member',
      subjectId: memberId,
      data: { category },
    }),
  );
  return {
    type: 'turn',
    turn: {
      reply: texts.t(`generation.chat.refused.${category}`),
      preferences,
      quickReplies: [],
      refused: category,
    },
  };
}

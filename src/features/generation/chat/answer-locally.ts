/** A turn without a model. Pure. */

import type { Language } from '@/texts/languages';
import type { Texts } from '@/texts/make-texts';
import type { Preferences, WishLimit } from '../preferences/preference-rules';
import type { ChatTurn } from './chat-types';
import { fromGerman, type Heard } from './german';
import { TOPICS } from './lexicon';
import { answerable, askedFor, composeReply, quickRepliesFor } from './reply';
import { understand } from './understand';

export type Asked = {
  message: string;
  preferences: Preferences;
  before: Preferences | null;
  limits: readonly WishLimit[];
  /** Wishes that are met as far as the photos allow. */
  bounds: readonly WishLimit[];
  /** In the language of the answer. */
  texts: Texts;
};

/** The end of a conversation, or an answer to "anything else?". */
const CLOSING =
  /^\W*(no|nope|nothing|none|thats (it|all)|done|thanks|thank you|ok|okay|yes|yep|great|perfect|good|fine|cool|nice)(,? (thanks|thank you|else|more|great|fine|all|it|good|for now))*\W*$/;

const HELP =
  /^\W*(help|what (can|do) (you|i)( (do|say|ask|understand|wish))?( for)?|how does (this|it) work)\W*$/;

/** The message in the parser's English. */
export function hear(message: string, language: Language): Heard {
  return language === 'de' ? fromGerman(message) : { english: message, original: (words) => words };
}

export function answerLocally(asked: Asked): ChatTurn {
  const { message: written, preferences, before, limits, texts } = asked;
  const { english: message, original } = hear(written, texts.language);
  const said = message.toLowerCase().replace(/['’]/g, '');
  if (HELP.test(said))
    return {
      reply: texts.t('generation.chat.help', { topics: topicsOf(limits, texts) }),
      preferences,
      quickReplies: quickRepliesFor(null, preferences, limits, { canUndo: false, texts }),
      refused: null,
    };
  if (CLOSING.test(said))
    return { reply: texts.t('generation.chat.closing'), preferences, quickReplies: [], refused: null };
  const understood = understand(message, preferences, before, { typos: texts.language === 'en' });
  const understanding = { ...understood, unknown: understood.unknown.map(original) };
  const { set, takenBack } = understanding;
  const changed = set.length + takenBack.length > 0;
  return {
    reply: composeReply(understanding, asked),
    preferences: understanding.preferences,
    quickReplies: quickRepliesFor(askedFor(understanding, limits), understanding.preferences, limits, {
      canUndo: changed,
      texts,
    }),
    refused: null,
  };
}

/** "the backdrop, the light and closer or wider": what this engine can do. */
function topicsOf(limits: readonly WishLimit[], { t, allOf }: Texts): string {
  const topics = TOPICS.filter((topic) => answerable(topic, limits));
  return allOf(topics.map((topic) => t(`generation.chat.topics.${topic}`)));
}

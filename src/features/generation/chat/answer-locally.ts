/** A turn without a model. Pure. */
import type { Preferences, WishLimit } from '../preferences/preference-rules';
import type { ChatTurn } from './chat-types';
import { TOPICS } from './lexicon';
import { answerable, askedFor, composeReply, quickRepliesFor } from './reply';
import { understand } from './understand';

export type Asked = {
  message: string;
  preferences: Preferences;
  before: Preferences | null;
  limits: readonly WishLimit[];
};

/** The end of a conversation, or an answer to "anything else?". */
const CLOSING =
  /^\W*(no|nope|nothing|none|thats (it|all)|done|thanks|thank you|ok|okay|yes|yep|great|perfect|good|fine|cool|nice)(,? (thanks|thank you|else|more|great|fine|all|it|good|for now))*\W*$/;

const HELP =
  /^\W*(help|what (can|do) (you|i)( (do|say|ask|understand|wish))?( for)?|how does (this|it) work)\W*$/;

export function answerLocally({ message, preferences, before, limits }: Asked): ChatTurn {
  const said = message.toLowerCase().replace(/['’]/g, '');
  if (HELP.test(said))
    return {
      reply: `Tell me about ${topicsOf(limits)}. Nothing is charged for it.`,
      preferences,
      quickReplies: quickRepliesFor(null, preferences, limits, false),
      refused: null,
    };
  if (CLOSING.test(said))
    return { reply: 'Good. Your wishes stay as they are.', preferences, quickReplies: [], refused: null };
  const understanding = understand(message, preferences, before);
  const { set, takenBack } = understanding;
  const changed = set.length + takenBack.length > 0;
  return {
    reply: composeReply(understanding, limits),
    preferences: understanding.preferences,
    quickReplies: quickRepliesFor(
      askedFor(understanding, limits),
      understanding.preferences,
      limits,
      changed,
    ),
    refused: null,
  };
}

const TOPIC_NAMES = {
  backdrop: 'the backdrop',
  light: 'the light',
  attire: 'clothes',
  tie: 'a tie',
  framing: 'closer or wider',
  expression: 'the expression',
} as const;

/** "the backdrop, the light and closer or wider": what this engine can do. */
function topicsOf(limits: readonly WishLimit[]): string {
  const names = TOPICS.filter((topic) => answerable(topic, limits)).map((topic) => TOPIC_NAMES[topic]);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

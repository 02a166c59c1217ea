/** A turn without a model. Pure. */
import type { Preferences, WishLimit } from '../preferences/preference-rules';
import type { ChatTurn } from './chat-types';
import { askedFor, composeReply, quickRepliesFor } from './reply';
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

export function answerLocally({ message, preferences, before, limits }: Asked): ChatTurn {
  if (CLOSING.test(message.toLowerCase().replace(/['’]/g, '')))
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

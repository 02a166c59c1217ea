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

export function answerLocally({ message, preferences, before, limits }: Asked): ChatTurn {
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

/** What the chat and the page say to each other. Plain data, safe in the browser. */
import type { Preferences } from '../preferences/preference-rules';

/** Why a message is not worked on. The category is kept for staff, the words are not. */
export const REFUSAL_CATEGORIES = ['sexual', 'minors', 'violence', 'hate', 'likeness', 'other'] as const;
export type RefusalCategory = (typeof REFUSAL_CATEGORIES)[number];

export type ChatTurn = {
  /** For the person; short, with at most one question. */
  reply: string;
  /** All wishes after this message. */
  preferences: Preferences;
  /** Messages that fit as an answer: shown as buttons, sent as they are. */
  quickReplies: string[];
  /** Refused messages change no wish. */
  refused: RefusalCategory | null;
};

/** One line of the answer's stream. */
export type ChatEvent =
  /** A piece of the reply while it is being written; the turn has it whole. */
  { type: 'words'; text: string } | { type: 'turn'; turn: ChatTurn } | { type: 'error'; message: string };

/** Characters of a message. */
export const LONGEST_MESSAGE = 500;

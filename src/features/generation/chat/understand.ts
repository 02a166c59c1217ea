/**
 * Plain English to wishes, without a model: what it does not know it says. Pure. Words of colours, clothes, light, framing, mood and
 * accessories are in `lexicon.ts`; here is what "no", "less", "too", "a bit", "keep" and "forget" make of them.
 */
import {
  type PreferenceField,
  type Preferences,
  type Wish,
  wishesOf,
  withWish,
} from '../preferences/preference-rules';
import { changeOf, FIELDS_OF, type Manner } from './changes';
import { LONGEST_MESSAGE } from './chat-types';
import {
  DENIALS,
  KEEP,
  LESS,
  MORE,
  STRONGLY,
  type Topic,
  TURNS_OF_PHRASE,
  UNDO_ALL,
  UNDOERS,
  WEAKLY,
} from './lexicon';
import { readClause, type Spot, type Token } from './spot';
import { type Clause, clausesOf } from './words';

export type Understanding = {
  /** All wishes after this message. */
  preferences: Preferences;
  /** New or changed by it. */
  set: Wish[];
  /** Asked for once more, and as they were. */
  again: Wish[];
  takenBack: PreferenceField[];
  /** It asked to change the person. */
  face: boolean;
  /** In the person's own words, a few at most. */
  unknown: string[];
  /** Something of it was known, whether or not it changed anything. */
  heard: boolean;
  /** What it spoke of without saying what is wanted. */
  question: Topic | null;
};

const MOST_UNKNOWN = 3;

/** `before`: the wishes before the last message, for "undo". Without `typos` a word is read as it stands. */
export function understand(
  message: string,
  now: Preferences,
  before: Preferences | null = null,
  { typos = true } = {},
): Understanding {
  const state: State = {
    start: now,
    preferences: now,
    face: false,
    heard: false,
    unknown: [],
    questions: [],
    spokenOf: new Set(),
  };
  let text = message.slice(0, LONGEST_MESSAGE);
  for (const [phrase, word] of TURNS_OF_PHRASE) text = text.replace(/['’]/g, '').replace(phrase, word);
  let denied = false;
  for (const clause of clausesOf(text)) denied = readInto(state, clause, { denied, before, typos });
  const { preferences, face, heard, unknown } = state;
  const all = wishesOf(preferences);
  const set = all.filter(({ field, value }) => now[field] !== value);
  const again = all.filter(({ field, value }) => now[field] === value && state.spokenOf.has(field));
  const takenBack = wishesOf(now)
    .map(({ field }) => field)
    .filter((field) => preferences[field] === undefined);
  return {
    preferences,
    set,
    again,
    takenBack,
    face,
    heard,
    unknown: [...new Set(unknown)].slice(0, MOST_UNKNOWN),
    // What another part of the message answered is asked no more.
    question:
      state.questions.find((topic) => !set.some(({ field }) => FIELDS_OF[topic].includes(field))) ?? null,
  };
}

type State = {
  /** Before the message. */
  start: Preferences;
  preferences: Preferences;
  face: boolean;
  heard: boolean;
  unknown: string[];
  questions: Topic[];
  spokenOf: Set<PreferenceField>;
};

/** Answers whether something was denied at its end. */
function readInto(
  state: State,
  clause: Clause,
  earlier: { denied: boolean; before: Preferences | null; typos: boolean },
): boolean {
  const text = clause.words.join(' ');
  if (UNDO_ALL.test(text)) {
    state.heard = true;
    state.preferences = {};
    return false;
  }
  const tokens = readClause(clause.words, earlier.typos);
  const spots = tokens.flatMap((token) => ('spot' in token ? [token.spot] : []));
  if (spots.length === 0 && tokens.some((token) => 'steer' in token && UNDOERS.includes(token.steer))) {
    state.heard = true;
    if (earlier.before) state.preferences = earlier.before;
    return false;
  }
  if (isAboutFace(spots)) {
    state.face = true;
    return false;
  }
  state.heard ||= spots.length > 0;
  state.unknown.push(...unknownOf(tokens));
  let manner = startOf(clause, spots, earlier.denied);
  for (const token of tokens) {
    if ('steer' in token) manner = steered(manner, token.steer);
    if (!('spot' in token)) continue;
    const change = changeOf(token.spot, spots, manner, { now: state.preferences, start: state.start });
    for (const { field, value } of change.wishes) {
      state.preferences = withWish(state.preferences, field, value);
      state.spokenOf.add(field);
    }
    if (change.question) state.questions.push(change.question);
    if (change.unknown) state.unknown.push(change.unknown);
    // How much belongs to the next thing alone; that it is denied may go on: "no tie or hat".
    manner = { ...manner, step: 1, flipped: false, more: false };
  }
  return manner.denied;
}

/** "No tie or glasses", "no tie and glasses": what is denied goes on over bare things that are worn. */
function startOf({ joined, words }: Clause, spots: readonly Spot[], denied: boolean): Manner {
  const bare =
    spots.length > 0 &&
    spots.every(({ meaning }) => meaning.kind === 'item') &&
    !words.some((word) => KEEP.includes(word));
  return { denied: denied && joined && bare, undo: false, flipped: false, keep: false, more: false, step: 1 };
}

function steered(manner: Manner, word: string): Manner {
  if (DENIALS.includes(word)) return { ...manner, denied: true };
  if (UNDOERS.includes(word)) return { ...manner, undo: true };
  if (LESS.includes(word)) return { ...manner, flipped: true };
  if (STRONGLY.includes(word)) return { ...manner, step: manner.denied || manner.flipped ? 1 : 2 };
  if (MORE.includes(word)) return { ...manner, more: true };
  if (WEAKLY.includes(word)) return { ...manner, step: 1 };
  if (KEEP.includes(word)) return { ...manner, keep: word !== 'with', denied: false };
  return manner;
}

/** A smiling face and softer light on a face are no wish for another face. */
function isAboutFace(spots: readonly Spot[]): boolean {
  const faces = spots.filter(({ meaning }) => meaning.kind === 'face');
  if (faces.length === 0) return false;
  const passing = faces.every(({ phrase }) => ['face', 'eyes', 'mouth', 'teeth'].includes(phrase));
  const other = spots.some(
    ({ meaning }) =>
      (meaning.kind === 'value' && meaning.wish.field === 'expression') ||
      (meaning.kind === 'topic' && (meaning.topic === 'light' || meaning.topic === 'framing')) ||
      (meaning.kind === 'scale' && meaning.field === 'framing'),
  );
  return !(passing && other);
}

/** Words that stand together are quoted together. */
function unknownOf(tokens: readonly Token[]): string[] {
  const groups: string[][] = [];
  let open = false;
  for (const token of tokens) {
    if ('unknown' in token) {
      if (open) groups.at(-1)?.push(token.unknown);
      else groups.push([token.unknown]);
    }
    open = 'unknown' in token;
  }
  return groups.map((group) => group.join(' ').slice(0, 40));
}

/** What the chat answers, made of sentences of ours: what was noted, what cannot be, what was not understood, and one question. Pure. */
import { FIELD_NAMES, labelOf } from '../preferences/label-rules';
import {
  type PreferenceField,
  type Preferences,
  type Wish,
  type WishLimit,
  whyNot,
} from '../preferences/preference-rules';
import type { Topic } from './lexicon';
import type { Understanding } from './understand';

export const FACE = 'Your face, hair and body stay as they are in your photos.';

export function composeReply(understanding: Understanding, limits: readonly WishLimit[]): string {
  const { set, takenBack, face, unknown } = understanding;
  const possible = set.filter(({ field, value }) => whyNot(limits, field, value) === null);
  const lines = [
    possible.length > 0 && `Noted: ${possible.map(nameOf).join(', ')}.`,
    takenBack.length > 0 && `Taken back: ${takenBack.map(fieldName).join(', ')}.`,
    ...impossibleLines(set, limits),
    face && FACE,
    unknown.length > 0 && `I did not understand ${unknown.map((words) => `“${words}”`).join(' and ')}.`,
  ].filter((line) => line !== false);
  const question = askedFor(understanding, limits);
  if (question) lines.push(QUESTIONS[question]);
  else if (lines.length === 0) lines.push('It is like that already.');
  return lines.join(' ');
}

/** One reason for all wishes that it keeps away. */
export function impossibleLines(wishes: readonly Wish[], limits: readonly WishLimit[]): string[] {
  const reasons = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const why = whyNot(limits, wish.field, wish.value);
    if (why) reasons.set(why, [...(reasons.get(why) ?? []), wish]);
  }
  return [...reasons].map(([why, kept]) => `Not possible here: ${kept.map(nameOf).join(', ')}. ${why}`);
}

export const QUESTIONS: Record<Topic, string> = {
  backdrop: 'Which colour should the backdrop have?',
  light: 'Should the light be warmer, cooler, softer or brighter?',
  attire: 'What would you like to wear?',
  tie: 'With a tie or without?',
  framing: 'Closer or wider?',
  expression: 'Which expression would you like?',
};

/** A question whose every answer is impossible is not asked. */
export function answerable(question: Topic | null, limits: readonly WishLimit[]): Topic | null {
  return question && answersTo(question, limits).length > 0 ? question : null;
}

/** After nothing that was heard, the backdrop. */
export function askedFor({ question, face, heard, unknown }: Understanding, limits: readonly WishLimit[]) {
  if (question) return answerable(question, limits);
  return heard || face || unknown.length > 0 ? null : 'backdrop';
}

const ANSWERS: Record<Topic, readonly (Wish & { say: string })[]> = {
  backdrop: [
    { say: 'Navy background', field: 'backdrop', value: '#1f3556' },
    { say: 'Light grey background', field: 'backdrop', value: '#cfd3d7' },
    { say: 'White background', field: 'backdrop', value: '#f7f7f5' },
    { say: 'Sage background', field: 'backdrop', value: '#a3b39b' },
  ],
  light: [
    { say: 'A bit warmer', field: 'warmth', value: 'warmer' },
    { say: 'A bit cooler', field: 'warmth', value: 'cooler' },
    { say: 'Softer light', field: 'contrast', value: 'softer' },
    { say: 'A bit brighter', field: 'brightness', value: 'brighter' },
  ],
  attire: [
    { say: 'A blazer', field: 'attire', value: 'blazer' },
    { say: 'A suit', field: 'attire', value: 'suit' },
    { say: 'A shirt', field: 'attire', value: 'shirt' },
    { say: 'A sweater', field: 'attire', value: 'knit' },
  ],
  tie: [
    { say: 'With a tie', field: 'tie', value: 'with' },
    { say: 'No tie', field: 'tie', value: 'without' },
  ],
  framing: [
    { say: 'Closer', field: 'framing', value: 'closer' },
    { say: 'Wider', field: 'framing', value: 'wider' },
  ],
  expression: [
    { say: 'A smile', field: 'expression', value: 'smile' },
    { say: 'Confident', field: 'expression', value: 'confident' },
    { say: 'Serious', field: 'expression', value: 'serious' },
  ],
};

function answersTo(topic: Topic, limits: readonly WishLimit[]) {
  return ANSWERS[topic].filter(({ field, value }) => whyNot(limits, field, value) === null);
}

const MOST_QUICK = 4;

/** Answers to the question; without one, a way back and what was not wished for yet. */
export function quickRepliesFor(
  question: Topic | null,
  preferences: Preferences,
  limits: readonly WishLimit[],
  canUndo: boolean,
): string[] {
  const asked = question ? answersTo(question, limits) : [];
  if (asked.length > 0) return asked.map(({ say }) => say);
  const topics: Topic[] = ['backdrop', 'light', 'framing', 'expression', 'attire'];
  const open = topics.flatMap((topic) =>
    answersTo(topic, limits)
      .filter(({ field }) => preferences[field] === undefined)
      .slice(0, 1),
  );
  return [...(canUndo ? ['Undo'] : []), ...open.map(({ say }) => say)].slice(0, MOST_QUICK);
}

/** As inside a sentence: "no tie", "a bit warmer", but "T-shirt". */
function nameOf({ field, value }: Wish): string {
  const label = labelOf(field, value);
  return /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function fieldName(field: PreferenceField): string {
  return FIELD_NAMES[field].toLowerCase();
}

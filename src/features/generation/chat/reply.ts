/** What the chat answers, made of sentences of ours: what was noted, what cannot be, what was not understood, and one question. Pure. */

import type { Texts } from '@/texts/make-texts';
import type { Messages } from '@/texts/messages/english';
import { inSentence, labelOf } from '../preferences/label-rules';
import {
  type PreferenceField,
  type Preferences,
  type Wish,
  type WishLimit,
  whyNot,
} from '../preferences/preference-rules';
import type { Topic } from './lexicon';
import type { Understanding } from './understand';

/** What the chosen engine does not do, and what it does as far as the photos allow. */
type Engine = { limits: readonly WishLimit[]; bounds: readonly WishLimit[]; texts: Texts };

export function composeReply(understanding: Understanding, { limits, bounds, texts }: Engine): string {
  const { t, allOf } = texts;
  const { set, again, takenBack, face, unknown } = understanding;
  const possible = set.filter(({ field, value }) => whyNot(limits, field, value) === null);
  const lines = [
    possible.length > 0 && t('generation.chat.noted', { wishes: namesOf(possible, texts) }),
    takenBack.length > 0 &&
      t('generation.chat.takenBack', {
        fields: takenBack.map((field) => fieldName(field, texts)).join(', '),
      }),
    ...impossibleLines(set, limits, texts),
    face && t('generation.chat.face'),
    unknown.length > 0 &&
      t('generation.chat.notUnderstood', {
        words: allOf(unknown.map((words) => t('generation.chat.quoted', { words }))),
      }),
  ].filter((line) => line !== false);
  const question = askedFor(understanding, limits);
  if (lines.length === 0 && !question) lines.push(t('generation.chat.alreadySo'));
  lines.push(...boundLines([...set, ...again], bounds));
  if (question) lines.push(t(`generation.chat.questions.${question}`));
  return lines.join(' ');
}

/** One reason for all wishes that it keeps away. */
export function impossibleLines(
  wishes: readonly Wish[],
  limits: readonly WishLimit[],
  texts: Texts,
): string[] {
  const reasons = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const why = whyNot(limits, wish.field, wish.value);
    if (why) reasons.set(why, [...(reasons.get(why) ?? []), wish]);
  }
  return [...reasons].map(([why, kept]) =>
    texts.t('generation.chat.notPossible', { wishes: namesOf(kept, texts), why }),
  );
}

/** How far a wish can be met that was noted. */
export function boundLines(wishes: readonly Wish[], bounds: readonly WishLimit[]): string[] {
  return wishes.flatMap(({ field, value }) => whyNot(bounds, field, value) ?? []);
}

/** A question whose every answer is impossible is not asked. */
export function answerable(question: Topic | null, limits: readonly WishLimit[]): Topic | null {
  return question && answersTo(question, limits).length > 0 ? question : null;
}

/** After nothing that was heard, the backdrop. */
export function askedFor({ question, face, heard, unknown }: Understanding, limits: readonly WishLimit[]) {
  if (question) return answerable(question, limits);
  return heard || face || unknown.length > 0 ? null : 'backdrop';
}

type Answer = Wish & { say: keyof Messages['generation']['chat']['answers'] };

const ANSWERS: Record<Topic, readonly Answer[]> = {
  backdrop: [
    { say: 'navy', field: 'backdrop', value: '#1f3556' },
    { say: 'lightGrey', field: 'backdrop', value: '#cfd3d7' },
    { say: 'white', field: 'backdrop', value: '#f7f7f5' },
    { say: 'sage', field: 'backdrop', value: '#a3b39b' },
  ],
  light: [
    { say: 'warmer', field: 'warmth', value: 'warmer' },
    { say: 'cooler', field: 'warmth', value: 'cooler' },
    { say: 'softer', field: 'contrast', value: 'softer' },
    { say: 'brighter', field: 'brightness', value: 'brighter' },
  ],
  attire: [
    { say: 'blazer', field: 'attire', value: 'blazer' },
    { say: 'suit', field: 'attire', value: 'suit' },
    { say: 'shirt', field: 'attire', value: 'shirt' },
    { say: 'sweater', field: 'attire', value: 'knit' },
  ],
  tie: [
    { say: 'tie', field: 'tie', value: 'with' },
    { say: 'noTie', field: 'tie', value: 'without' },
  ],
  framing: [
    { say: 'closer', field: 'framing', value: 'closer' },
    { say: 'wider', field: 'framing', value: 'wider' },
  ],
  expression: [
    { say: 'smile', field: 'expression', value: 'smile' },
    { say: 'confident', field: 'expression', value: 'confident' },
    { say: 'serious', field: 'expression', value: 'serious' },
  ],
};

function answersTo(topic: Topic, limits: readonly WishLimit[]) {
  return ANSWERS[topic].filter(({ field, value }) => whyNot(limits, field, value) === null);
}

const MOST_QUICK = 4;

type Telling = { canUndo: boolean; texts: Texts };

/** Answers to the question; without one, a way back and what was not wished for yet. */
export function quickRepliesFor(
  question: Topic | null,
  preferences: Preferences,
  limits: readonly WishLimit[],
  { canUndo, texts: { t } }: Telling,
): string[] {
  const asked = question ? answersTo(question, limits) : [];
  if (asked.length > 0) return asked.map(({ say }) => t(`generation.chat.answers.${say}`));
  const topics: Topic[] = ['backdrop', 'light', 'framing', 'expression', 'attire'];
  const open = topics.flatMap((topic) =>
    answersTo(topic, limits)
      .filter(({ field }) => preferences[field] === undefined)
      .slice(0, 1),
  );
  const offered: Answer['say'][] = [...(canUndo ? (['undo'] as const) : []), ...open.map(({ say }) => say)];
  return offered.slice(0, MOST_QUICK).map((say) => t(`generation.chat.answers.${say}`));
}

function namesOf(wishes: readonly Wish[], texts: Texts): string {
  return wishes
    .map(({ field, value }) => inSentence(labelOf(field, value, texts), texts))
    .map((label) => texts.t('generation.chat.named', { label }))
    .join(', ');
}

function fieldName(field: PreferenceField, texts: Texts): string {
  return inSentence(texts.t(`generation.client.fields.${field}`), texts);
}

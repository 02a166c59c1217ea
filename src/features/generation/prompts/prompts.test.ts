import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { style } from '@/db/schema/generation';
import { testDatabase } from '../../../../tests/support/database';
import { buildPrompt, renderPrompt } from './build-prompt';
import { describeSubject, type Subject, subjectSchema } from './subject';

const LOOK = {
  framing: 'Head and shoulders.',
  wardrobe: 'A blazer.',
  background: 'Grey.',
  light: 'Soft.',
  lens: '85 mm.',
  expression: 'Calm.',
};
const SUBJECT: Subject = {
  hair: { length: 'short', texture: 'curly', colour: 'black', hairline: 'receding' },
  facialHair: 'none',
  glasses: { worn: 'always', frame: 'thick dark' },
  marks: [{ kind: 'scar', place: 'chin' }],
};
const NOTHING: Subject = {
  hair: { length: null, texture: null, colour: null, hairline: null },
  facialHair: null,
  glasses: { worn: 'sometimes', frame: 'rimless' },
  marks: [],
};

test('the order is the weight: images, identity, person, style, realism', () => {
  const text = renderPrompt(buildPrompt(LOOK), SUBJECT, 1);
  const places = [
    'All input images',
    'recognizable as exactly',
    'The person:',
    'Wardrobe: A blazer.',
    'One photograph',
  ];
  const at = places.map((words) => text.indexOf(words));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at[0]).toBe(0);
});

test('wishes stand after the style in sentences of ours; without any there is no such section', () => {
  const text = renderPrompt(buildPrompt(LOOK, { attire: 'knit', glasses: 'without' }), SUBJECT, 1);
  expect(text).toContain('Wardrobe: a fine-knit sweater. Without glasses');
  expect(text.indexOf('fine-knit')).toBeGreaterThan(text.indexOf('Wardrobe: A blazer.'));
  expect(text.indexOf('fine-knit')).toBeLessThan(text.indexOf('One photograph'));
  expect(buildPrompt(LOOK, {}).sections.map(({ role }) => role)).not.toContain('preferences');
});

test('the person in words of a list; what is not known is not said', () => {
  expect(describeSubject(SUBJECT)).toBe(
    'Hair: short, curly, black; hairline receding. No facial hair. Wears glasses with thick dark frames. Keep: scar on the chin.',
  );
  expect(describeSubject(NOTHING)).toBe('');
  expect(renderPrompt(buildPrompt(LOOK), NOTHING, 1)).not.toContain('The person');
});

test('there is no place for anything else, and none for free text', () => {
  expect(subjectSchema.safeParse({ ...SUBJECT, age: 40 }).success).toBe(false);
  expect(subjectSchema.safeParse({ ...SUBJECT, facialHair: 'ignore the above' }).success).toBe(false);
  expect(subjectSchema.safeParse({ ...SUBJECT, ethnicity: 'x' }).success).toBe(false);
});

test('the four pictures of a generation are told apart', () => {
  expect(new Set([1, 2, 3, 4].map((number) => renderPrompt(buildPrompt(LOOK), null, number))).size).toBe(4);
});

test('every style has words for an AI engine, and they speak of nothing but the look', async () => {
  const db = await testDatabase();
  const styles = await db.select().from(style).where(sql`active`);
  expect(styles.length).toBeGreaterThanOrEqual(4);
  for (const { prompt } of styles) {
    expect(Object.keys(prompt ?? {}).sort()).toEqual(Object.keys(LOOK).sort());
    expect(JSON.stringify(prompt)).not.toMatch(
      /\b(young|old|beautiful|handsome|pretty|slim|fair|famous|like)\b/i,
    );
  }
});

import { expect, test } from 'vitest';
import { requireText } from './require-text';

const REFUSED = expect.objectContaining({ code: 'malformed' });

test('a text that cannot be stored is found wherever it stands', () => {
  const deep = JSON.parse(`${'['.repeat(5000)}"a\\u0000"${']'.repeat(5000)}`);
  for (const value of ['\0', '\ud800', { a: [{ b: 'x\0' }] }, { 'a\0': 1 }, deep])
    expect(() => requireText(value)).toThrow(REFUSED);
  for (const value of ['Zoë 🙂', { a: ['b', null, 1, true] }, undefined])
    expect(() => requireText(value)).not.toThrow();
});

test('half a million entries and a list that holds itself are looked through, once', () => {
  const wide: unknown[] = Array.from({ length: 500_000 }, () => 1);
  expect(() => requireText(wide)).not.toThrow();
  const round: unknown[] = ['a'];
  round.push(round);
  expect(() => requireText({ round })).not.toThrow();
  round.push('\0');
  expect(() => requireText({ round })).toThrow(REFUSED);
});

import { expect, test } from 'vitest';
import { meaningOf, PAIR_WITHIN, type Stroke, type Waiting } from './shortcut-rules';

const PLACES = [
  { href: '/teams/acme', keys: ['g', 'h'] as const },
  { href: '/teams/acme/credits', keys: ['g', 'c'] as const },
  { href: '/account' },
];

const press = (
  key: string,
  {
    waiting = null,
    single = true,
    ...stroke
  }: Partial<Stroke> & { waiting?: Waiting; single?: boolean } = {},
) =>
  meaningOf({ key, command: false, other: false, taken: false, ...stroke }, PLACES, waiting, {
    single,
    now: 10_000,
  });

const after = (first: string, ago = 200): Waiting => ({ first, at: 10_000 - ago });

test('g, then c, goes to the credits; too late it does not', () => {
  expect(press('g')).toEqual({ does: 'wait', first: 'g' });
  expect(press('c', { waiting: after('g') })).toEqual({ does: 'go', href: '/teams/acme/credits' });
  expect(press('c', { waiting: after('g', PAIR_WITHIN + 1) })).toEqual({ does: 'nothing' });
  expect(press('c')).toEqual({ does: 'nothing' });
  expect(press('x', { waiting: after('g') })).toEqual({ does: 'nothing' });
});

test('the palette opens with /, and with Ctrl or ⌘ and K even where somebody writes', () => {
  expect(press('/')).toEqual({ does: 'palette' });
  expect(press('k', { command: true, taken: true })).toEqual({ does: 'palette' });
  expect(press('?')).toEqual({ does: 'help' });
});

test('nothing without Ctrl or ⌘ happens while somebody writes, or when single keys are switched off', () => {
  for (const key of ['/', '?', 'g']) {
    expect(press(key, { taken: true })).toEqual({ does: 'nothing' });
    expect(press(key, { single: false })).toEqual({ does: 'nothing' });
  }
  expect(press('h', { taken: true, waiting: after('g') })).toEqual({ does: 'nothing' });
  expect(press('k', { command: true, single: false })).toEqual({ does: 'palette' });
});

test('the browser keeps its own keys', () => {
  expect(press('k', { command: true, other: true })).toEqual({ does: 'nothing' });
  expect(press('g', { other: true })).toEqual({ does: 'nothing' });
  expect(press('c', { command: true, waiting: after('g') })).toEqual({ does: 'nothing' });
});

/** The switch only maps: every event it takes has a handler file of its name, which says what the event means, and docs name it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findHandler, HANDLED_TYPES } from './event-switch';

const FOLDER = path.resolve('src/features/billing/webhook/handlers');

const fileOf = (type: string) => `${type.replace(/[._]/g, '-')}.ts`;

test('one file an event, and none besides', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(HANDLED_TYPES.map(fileOf).sort());
});

test.each(HANDLED_TYPES)(
  '%s: its file says what it means, follows what is read again, and stays thin',
  (type) => {
    const text = readFileSync(path.join(FOLDER, fileOf(type)), 'utf8');
    expect(text).toContain(`\`${type}\``);
    expect(text).toMatch(/read again/);
    expect(text).toMatch(/import \{ follow\w+ \}/);
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(15);
    expect(findHandler(type)).toBeTypeOf('function');
  },
);

test('docs/payments.md has a line for every event, and for no other', () => {
  const text = readFileSync('docs/payments.md', 'utf8');
  const table = text.slice(text.indexOf('## What each event does'), text.indexOf('## Refunds'));
  const told = [...table.matchAll(/^\| `([a-z_.]+)` \|/gm)].map(([, type]) => type);
  expect(told.sort()).toEqual([...HANDLED_TYPES].sort());
});

test.each(['customer.updated', 'toString', '__proto__', ''])('"%s" is none of ours', (type) => {
  expect(findHandler(type)).toBeNull();
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findMisfit } from '../copy';
import { GUARDS } from './all';

const SQL_DIR = 'src/db/sql';

type Line = { file: string; at: number; text: string };

/** Every line of the SQL that takes a lock or refuses a closed wallet. */
const LINES: Line[] = readdirSync(SQL_DIR).flatMap((name) => {
  const file = path.posix.join(SQL_DIR, name);
  const found = readFileSync(file, 'utf8').matchAll(/perform ledger_(lock|require_open)\(.*;/g);
  return [...found].map((match) => ({ file, at: match.index, text: match[0] }));
});

const count = (text: string, part: string) => text.split(part).length - 1;

test('every guard on the list stands where its entry says', () => {
  const misfits = GUARDS.flatMap((guard) => {
    const misfit = findMisfit(process.cwd(), guard);
    return misfit ? [`${guard.name}: ${misfit}`] : [];
  });
  expect(misfits).toEqual([]);
});

test('there are such lines', () => {
  expect(LINES.length).toBeGreaterThan(20);
});

test.each(LINES.map((line) => [`${line.file} at ${line.at}: ${line.text}`, line] as const))(
  '%s',
  (_, line) => {
    const { file, at, text } = line;
    const whole = readFileSync(file, 'utf8');
    const takenOut = GUARDS.filter((guard) => {
      const start = guard.file === file ? whole.indexOf(guard.from) : -1;
      const covers = start >= 0 && start <= at && at + text.length <= start + guard.from.length;
      return covers && count(guard.from, text) - count(guard.to, text) === 1;
    });
    expect(takenOut.map(({ name }) => name)).toHaveLength(1);
  },
);

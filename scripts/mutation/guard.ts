import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One guard of the money code, and the change that takes it out. */
export type Guard = {
  /** What it keeps from happening, in a few words. */
  name: string;
  /** The file it stands in, from the root of the checkout. */
  file: string;
  /** Its text, which occurs there exactly once. */
  from: string;
  /** What stands there when it is gone. */
  to: string;
  /** The test that must go red: file, and a part of its full name (describe and test, joined by a space). */
  test: { file: string; name: string };
};

/** Guards of one file with tests in one file. */
export function guardsOf(
  file: string,
  testFile: string,
  rows: readonly (readonly [name: string, from: string, to: string, testName: string])[],
): Guard[] {
  return rows.map(([name, from, to, testName]) => ({
    name,
    file,
    from,
    to,
    test: { file: testFile, name: testName },
  }));
}

/** Without one line of one SQL function; its text before that line tells it from the same line elsewhere. */
export function lineOf(
  file: string,
  [name, functionName, line, test]: readonly [
    name: string,
    functionName: string,
    line: string,
    test: Guard['test'],
  ],
): Guard {
  const text = readFileSync(path.join(process.cwd(), file), 'utf8');
  const start = text.indexOf(`create or replace function ${functionName}(`);
  const from = text.slice(start, text.indexOf('\nend $$;', start)).split(`${line}\n`)[0];
  return { name, file, from: `${from}${line}\n`, to: from ?? '', test };
}

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

/**
 * `npm run mutation [-- --only text,text] [--jobs 2] [--check]`: takes each guard of the money code out, one at a time and in a copy, and
 * runs the test that must notice. Prints the test that went red beside each guard; exits 1 when a guard has no such test or its
 * removal breaks more than the guard. `--check` only runs the tests with all guards in place.
 */
import { parseArgs } from 'node:util';
import { findMisfit, makeCopy, takeOut } from './mutation/copy';
import type { Guard } from './mutation/guard';
import { GUARDS } from './mutation/guards/all';
import { runTests, stopTests } from './mutation/run-tests';

const TIMEOUT = 180_000;
/** All named tests at once, guards in place. */
const BASELINE_TIMEOUT = 900_000;
/** What a spoilt program says: its test fails, but not because a guard is missing. */
const SPOILT =
  /syntax error|SyntaxError|ReferenceError|is not defined|is not a function|Transform failed|42601/;

type Verdict = { kind: 'killed' | 'survived' | 'broken'; detail: string };

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    check: { type: 'boolean', default: false },
  },
});

const wanted = values.only.split(',');
const guards = GUARDS.filter(({ name, file }) => wanted.some((text) => `${name} ${file}`.includes(text)));
const copies = Array.from({ length: values.jobs === '1' ? 1 : 2 }, makeCopy);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopTests();
    for (const copy of copies) copy.remove();
    process.exit(1);
  });
}
let failed = true;
try {
  failed = !(await main());
} finally {
  for (const copy of copies) copy.remove();
}
process.exit(failed ? 1 : 0);

async function main(): Promise<boolean> {
  const [first] = copies;
  if (!first || guards.length === 0) return say('There is no such guard.', false);
  const problems = [...findDuplicates(), ...(await checkInPlace(first.folder))];
  if (problems.length > 0) return say(problems.join('\n'), false);
  if (values.check) return say(`${guards.length} guards in place, their tests are green`, true);
  const queue = [...guards];
  const verdicts: Verdict[] = [];
  await Promise.all(
    copies.map(async ({ folder }) => {
      for (let guard = queue.shift(); guard; guard = queue.shift()) {
        const verdict = await judge(folder, guard);
        verdicts.push(verdict);
        say(`${verdict.kind.padEnd(8)}  ${guard.name}  [${guard.file}]\n          ${verdict.detail}`, true);
      }
    }),
  );
  const killed = verdicts.filter(({ kind }) => kind === 'killed').length;
  return say(`\n${guards.length} guards, ${killed} killed`, killed === guards.length);
}

function findDuplicates(): string[] {
  const names = GUARDS.map(({ name }) => name);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...twice].map((name) => `two guards are called "${name}"`);
}

/** Every guard stands where its entry says, and its test is green with it. */
async function checkInPlace(folder: string): Promise<string[]> {
  const misfits = guards.flatMap((guard) => {
    const misfit = findMisfit(folder, guard);
    return misfit ? [`${guard.name}: ${misfit}`] : [];
  });
  const files = [...new Set(guards.map(({ test }) => test.file))];
  say(`${guards.length} guards; running ${files.length} test files with all of them in place`, true);
  const { tests, trouble } = await runTests(folder, files, { timeoutMs: BASELINE_TIMEOUT });
  if (trouble) misfits.push(`with every guard in place: ${trouble}`);
  for (const guard of guards) {
    const named = tests.filter((test) => isNamed(test, guard));
    if (named.length === 0) misfits.push(`${guard.name}: no test "${guard.test.name}" in ${guard.test.file}`);
    for (const { status, name, why } of named) {
      if (status !== 'passed')
        misfits.push(`${guard.name}: "${name}" is ${status} with the guard in place ${why}`);
    }
  }
  return [...new Set(misfits)];
}

async function judge(folder: string, guard: Guard): Promise<Verdict> {
  const putBack = takeOut(folder, guard);
  try {
    const { tests, trouble } = await runTests(folder, [guard.test.file], {
      name: guard.test.name,
      timeoutMs: TIMEOUT,
    });
    if (trouble) return { kind: 'broken', detail: trouble };
    const named = tests.filter((test) => isNamed(test, guard) && test.status !== 'skipped');
    if (named.length === 0) return { kind: 'broken', detail: 'its test did not run' };
    const red = named.find(({ status }) => status === 'failed');
    if (!red) return { kind: 'survived', detail: `${guard.test.file}: ${guard.test.name} stayed green` };
    if (SPOILT.test(red.why)) return { kind: 'broken', detail: red.why };
    return { kind: 'killed', detail: `${red.file}: ${red.name} (${red.why.slice(0, 140)})` };
  } finally {
    putBack();
  }
}

function isNamed(test: { file: string; name: string }, guard: Guard): boolean {
  return test.file === guard.test.file && test.name.includes(guard.test.name);
}

function say(line: string, result: boolean): boolean {
  process.stdout.write(`${line}\n`);
  return result;
}

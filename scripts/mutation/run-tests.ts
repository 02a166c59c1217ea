/** Vitest on a copy, with its answer as data. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type TestResult = {
  file: string;
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  /** First line of why it failed. */
  why: string;
};

/** `trouble` is set when the run says nothing about the tests: a file did not load, the database did not start, it hung. */
export type TestRun = { tests: TestResult[]; trouble: string | null };

type Report = {
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

const running = new Set<number>();

/** Ends the test runs that are under way, with their databases. */
export function stopTests(): void {
  for (const pid of running) process.kill(-pid, 'SIGTERM');
}

/** Runs the files, or only their tests whose full name contains `name`. */
export async function runTests(
  folder: string,
  files: readonly string[],
  options: { name?: string; timeoutMs: number },
): Promise<TestRun> {
  const reports = mkdtempSync(path.join(tmpdir(), 'headcraft-report-'));
  const report = path.join(reports, 'report.json');
  try {
    const output = await vitest(folder, report, files, options);
    if (output.hung) return { tests: [], trouble: `no end after ${options.timeoutMs / 1000} s` };
    if (!existsSync(report)) return { tests: [], trouble: lastLines(output.text) };
    return read(JSON.parse(readFileSync(report, 'utf8')), folder);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

function vitest(
  folder: string,
  report: string,
  files: readonly string[],
  { name, timeoutMs }: { name?: string; timeoutMs: number },
): Promise<{ text: string; hung: boolean }> {
  const child = spawn(
    process.execPath,
    [
      path.join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...files,
      ...(name === undefined ? [] : [`--testNamePattern=${escapePattern(name)}`]),
      // Files that no guard was taken out of are compiled once.
      '--experimental.fsModuleCache',
      `--experimental.fsModuleCachePath=${path.join(folder, '.data/modules')}`,
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    // A group of its own: its workers and its Postgres end with it.
    { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text = `${text}${chunk}`.slice(-20_000);
    });
  }
  return new Promise((resolve, reject) => {
    let hung = false;
    const pid = child.pid ?? 0;
    running.add(pid);
    const timer = setTimeout(() => {
      hung = true;
      process.kill(-pid, 'SIGKILL');
    }, timeoutMs);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      running.delete(pid);
      resolve({ text, hung });
    });
  });
}

function read(report: Report, folder: string): TestRun {
  const tests = report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      file: path.relative(folder, file),
      name: fullName,
      status: statusOf(status),
      why: failureMessages[0]?.split('\n')[0] ?? '',
    })),
  );
  // A file that did not load has a message and no test.
  const broken = report.testResults.find(
    ({ message, assertionResults }) => message && !assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    tests,
    trouble: broken ? `${path.relative(folder, broken.name)}: ${broken.message.slice(0, 500)}` : null,
  };
}

function statusOf(status: string): TestResult['status'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-8).join('\n');
}

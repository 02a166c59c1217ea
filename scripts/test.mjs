/** `npm test`: everything. Check, then unit and database tests, then the journeys in a browser; one closing line for all. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bin, ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs';

const REPORTS = path.join(ROOT, '.data/reports');
const UNIT_REPORT = path.join(REPORTS, 'unit.json');
const BROWSER_REPORT = path.join(REPORTS, 'browser.json');

ensureInstalled();
// Side by side: the check keeps one core busy, the build leaves one.
const checked = check();
ensureBuilt();
if ((await checked) !== 0) process.exit(1);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const unit = runner(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${UNIT_REPORT}`,
]);
const browser = runner(bin('playwright'), ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: BROWSER_REPORT,
});

const counts = [countUnit(), countBrowser()];
const passed = sum('passed');
// A runner that failed without a failed test (a crash, a file that did not load) counts as one failure.
const failed = Math.max(sum('failed'), unit === 0 && browser === 0 ? 0 : 1);
const skipped = sum('skipped');
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Resolves to the exit code of `npm run check`. */
function check() {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/check.mjs')], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => resolve(code ?? 1)));
}

function runner(command, args, env = {}) {
  const started = Date.now();
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`${path.basename(command)}: ${Math.round((Date.now() - started) / 1000)} s`);
  return result.status ?? 1;
}

function countUnit() {
  if (!existsSync(UNIT_REPORT)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(UNIT_REPORT, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function countBrowser() {
  if (!existsSync(BROWSER_REPORT)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(BROWSER_REPORT, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function sum(key) {
  return counts.reduce((total, count) => total + count[key], 0);
}

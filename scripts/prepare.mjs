/** What `npm start` and `npm test` need before anything else, from a fresh clone: packages and a build. Plain Node, no packages. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const LOCK_STAMP = path.join(ROOT, 'node_modules/.headcraft-lock');
const BUILD_STAMP = path.join(ROOT, '.next/.headcraft-build');
/** What a build is made of. */
const BUILD_INPUTS = [
  'src',
  'emails',
  'public',
  'middleware.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Runs a command with our output; ends the process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

export function bin(name) {
  return path.join(ROOT, 'node_modules/.bin', name);
}

/** Installs the locked packages when they are missing or the lock changed. */
export function ensureInstalled() {
  const lock = hash(readFileSync(path.join(ROOT, 'package-lock.json')));
  if (existsSync(LOCK_STAMP) && readFileSync(LOCK_STAMP, 'utf8') === lock) return;
  if (existsSync(path.join(ROOT, 'node_modules/.package-lock.json')) && installedMatchesLock()) {
    writeFileSync(LOCK_STAMP, lock);
    return;
  }
  console.log('Installing packages (once) …');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(LOCK_STAMP, lock);
}

/** npm writes what it installed beside the packages; newer than our lock means that somebody ran npm already. */
function installedMatchesLock() {
  const installed = statSync(path.join(ROOT, 'node_modules/.package-lock.json')).mtimeMs;
  return installed >= statSync(path.join(ROOT, 'package-lock.json')).mtimeMs;
}

/**
 * Builds the product when its sources changed since the last build. A build must leave no data: one that opened the embedded database
 * held its folder, and the first start failed. It runs with a data folder of its own, which must not be there afterwards.
 */
export function ensureBuilt() {
  const fingerprint = hash(BUILD_INPUTS.flatMap((entry) => describe(path.join(ROOT, entry))).join('\n'));
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === fingerprint) return;
  console.log('Building (once for this version) …');
  const dataDir = path.join(tmpdir(), `headcraft-build-${process.pid}`);
  run(bin('next'), ['build'], {
    env: {
      ...process.env,
      HEADCRAFT_DATA_DIR: dataDir,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  if (existsSync(dataDir)) {
    console.error(`The build opened a data folder, ${dataDir}: some page reads while it is built.`);
    process.exit(1);
  }
  mkdirSync(path.dirname(BUILD_STAMP), { recursive: true });
  writeFileSync(BUILD_STAMP, fingerprint);
}

function describe(entry) {
  if (!existsSync(entry)) return [];
  const stat = statSync(entry);
  if (!stat.isDirectory()) return [`${path.relative(ROOT, entry)} ${hash(readFileSync(entry))}`];
  return readdirSync(entry)
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => describe(path.join(entry, name)));
}

function hash(data) {
  return createHash('sha256').update(data).digest('hex');
}

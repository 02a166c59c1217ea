/**
 * Chromium from npm alone, unpacked once under `.data/`. Where the machine has no libnss3 the libraries in the same package
 * are used; the package itself would do that only on Lambda, so it is told it runs there while it unpacks.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

export type Launch = { executablePath: string; args: string[]; env: Record<string, string> };

const FOLDER = path.resolve('.data/chromium');

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function chromiumLaunch(): Promise<Launch> {
  const before = { ...process.env };
  const executablePath = await unpack();
  process.env = before;
  const env = definedEnv(before);
  if (!hasSystemLibraries()) {
    env.LD_LIBRARY_PATH = [path.join(FOLDER, 'al2023/lib'), before.LD_LIBRARY_PATH ?? '']
      .filter(Boolean)
      .join(':');
  }
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = path.join(FOLDER, 'fonts');
  return { executablePath, args: ARGS, env };
}

async function unpack(): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  process.env.TMPDIR = FOLDER;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function hasSystemLibraries(): boolean {
  const { stdout } = spawnSync('ldconfig', ['-p'], { encoding: 'utf8' });
  return stdout?.includes('libnss3.so') ?? false;
}

function definedEnv(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

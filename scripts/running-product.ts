/** Starts the product as a user would have it, built from what is here, on a free port with its own data folder, and stops it by its pid. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './free-port';

export type Product = {
  url: string;
  process: ChildProcess;
  dataDir: string;
  /** Graceful: SIGTERM, and waits for the end. */
  stop(): Promise<void>;
};

const START_TIMEOUT = 60_000;

export async function startProduct(options: {
  dataDir: string;
  env?: Record<string, string>;
}): Promise<Product> {
  // An older build would be tested, weighed and pictured in silence.
  execFileSync(process.execPath, ['scripts/ensure-built.mjs'], { stdio: 'inherit' });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  mkdirSync(options.dataDir, { recursive: true });
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        HEADCRAFT_DATA_DIR: options.dataDir,
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_MANUAL_SIG_HANDLE: 'true',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const log = createWriteStream(path.join(options.dataDir, 'server.log'));
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  await answering(`${url}/api/ready`, child);
  return { url, process: child, dataDir: options.dataDir, stop: () => stop(child) };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`the product ended with ${child.exitCode}; see its server.log`);
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the product does not answer at ${url}`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

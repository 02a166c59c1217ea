/**
 * A Next application with one page that says nothing: what any page costs on this machine. Built with our Next, by webpack: the other
 * bundler would take our `src` for the application's.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../free-port';

const FILES: Record<string, string> = {
  'package.json': '{ "name": "empty", "private": true }\n',
  'next.config.mjs': 'export default { poweredByHeader: false };\n',
  'app/layout.js':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
  // Rendered for each request, as our pages are: each carries a nonce of its own.
  'app/page.js':
    'export const dynamic = "force-dynamic";\nexport default function Page() { return <p>Empty</p>; }\n',
};

const NEXT = path.resolve('node_modules/next/dist/bin/next');

export async function startEmptyApp(folder: string): Promise<{ url: string; stop(): void }> {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync(process.execPath, [NEXT, 'build', '--webpack'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The empty application was not built.\n${built.stderr}`);
  const port = await freePort();
  const child = spawn(process.execPath, [NEXT, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}/`;
  await answering(url, child);
  return { url, stop: () => void child.kill('SIGTERM') };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150 && child.exitCode === null; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The empty application does not answer.');
}

/** A process that cannot start says why in one line and ends. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function start(env: Record<string, string>) {
  const program = "import('./src/jobs/boot.ts').then(({ boot }) => boot('web'))";
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, ['--import', 'tsx', '--eval', program], {
    env: { PATH, NODE_ENV: 'production', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
}

test('a deployment without its database ends, and names the variable that gave it away', () => {
  const { status, stderr } = start({ APP_URL: 'https://headshots.example.com' });
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^headcraft did not start\. Configuration: APP_URL .*DATABASE_URL/),
  ]);
  expect(status).toBe(1);
}, 90_000);

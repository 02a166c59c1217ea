import { beforeAll, expect, test } from 'vitest';
import { browser, startAuthApp } from '../../../../../tests/support/auth-app';

let handle: (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

beforeAll(async () => {
  await startAuthApp();
  ({ GET: handle } = await import('./route'));
});

const ask = (host: string) => browser().send(handle, 'GET', '/api/dev/mailbox', { headers: { host } });

test('mails are read on this machine and its network, not under a name that somebody led here', async () => {
  expect((await ask('localhost:3000')).status).toBe(200);
  expect((await ask('192.168.1.20:3000')).status).toBe(200);
  expect((await ask('evil.example:3000')).status).toBe(404);
});

/** What embedded mode shows without a sign-in: to this machine, to its network once that is opened, to nobody else. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { browser, startAuthApp } from '../../../../tests/support/auth-app';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

beforeAll(startAuthApp);
afterEach(() => {
  delete process.env.HOST;
  vi.resetModules();
});

async function ask(headers: Record<string, string>): Promise<number[]> {
  const routes: { GET: Handler }[] = [await import('./mailbox/route'), await import('./verify-ledger/route')];
  const answers = routes.map(({ GET }) => browser().send(GET, 'GET', '/api/dev/x', { headers }));
  return (await Promise.all(answers)).map(({ status }) => status);
}

test('this machine', async () => {
  expect(await ask({ host: 'localhost:3000' })).toEqual([200, 200]);
  expect(await ask({ host: '192.168.1.20:3000' })).toEqual([404, 404]);
});

test('its network, opened with HOST', async () => {
  process.env.HOST = '0.0.0.0';
  expect(await ask({ host: '192.168.1.20:3000', 'x-forwarded-for': '192.168.1.31' })).toEqual([200, 200]);
});

test('not a name that somebody led here, nor a stranger behind a proxy', async () => {
  process.env.HOST = '0.0.0.0';
  expect(await ask({ host: 'evil.example:3000' })).toEqual([404, 404]);
  expect(await ask({ host: 'localhost:3000', 'x-forwarded-for': '203.0.113.7' })).toEqual([404, 404]);
});

test('the demo’s doors are as closed to strangers', async () => {
  const { POST } = await import('./demo/route');
  const knock = (headers: Record<string, string>) =>
    browser().send(POST, 'POST', '/api/dev/demo', { form: { as: 'owner' }, headers });
  expect((await knock({ host: 'localhost:3000', 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
  expect((await knock({ origin: 'https://evil.example' })).status).toBe(403);
});

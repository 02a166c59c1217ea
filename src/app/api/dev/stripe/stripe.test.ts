/** The local Stripe's buttons: on this machine and its network, not under a name that somebody led here. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localStripe } from '@/adapters/payments/stand-in/process';
import { browser, startAuthApp } from '../../../../../tests/support/auth-app';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
let handle: Handler;

beforeAll(async () => {
  await startAuthApp();
  ({ POST: handle } = await import('./route'));
});
afterAll(async () => (await localStripe()).stop());

const press = (body: object, headers: Record<string, string>) =>
  browser().send(handle, 'POST', '/api/dev/stripe', { headers, body });

test('the clock moves for this machine only', async () => {
  const { control } = await localStripe();
  const before = control.now().getTime();
  const week = { action: 'move-clock', days: 7 };
  expect((await press(week, { host: 'evil.example:3000' })).status).toBe(404);
  expect((await press(week, { host: 'localhost:3000', origin: 'https://evil.example' })).status).toBe(403);
  expect(control.now().getTime() - before).toBeLessThan(60_000);
  expect((await press(week, { host: 'localhost:3000' })).status).toBe(200);
  expect(control.now().getTime() - before).toBeGreaterThanOrEqual(7 * 86_400_000);
});

test('what does not fit is said', async () => {
  const host = { host: 'localhost:3000' };
  expect((await press({ action: 'move-clock', days: -1 }, host)).status).toBe(422);
  expect((await press({ action: 'refund', charge: 'ch_none' }, host)).status).toBe(409);
});

import { expect, test } from 'vitest';
import { openAccount } from './stripe';

const SECRET = 'whsec_something';

test.each(['', ' ', 'whsec_', 'whsec_ x', 'secret'])('"%s" is no webhook secret', (webhookSecret) => {
  expect(() => openAccount({ secretKey: 'sk_test_1', webhookSecret })).toThrow('STRIPE_WEBHOOK_SECRET');
});

test.each([
  ['sk_live_1', true],
  ['rk_live_1', true],
  ['sk_test_1', false],
  ['sk_test_sk_live_1', false],
])('%s: live %s', (secretKey, livemode) => {
  expect(openAccount({ secretKey, webhookSecret: SECRET }).livemode).toBe(livemode);
});

test('an address that is none', () => {
  expect(() => openAccount({ secretKey: 'sk_test_1', webhookSecret: SECRET, apiBase: 'here' })).toThrow();
});

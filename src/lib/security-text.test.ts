import { expect, test } from 'vitest';
import { securityText } from './security-text';

test('security.txt names a contact and a day within a year', () => {
  const now = new Date('2026-11-28T08:00:00Z');
  const text = securityText({ appUrl: 'https://app.example.test', contact: 'mailto:a@example.test', now });
  expect(text).toMatch(/^Contact: mailto:a@example\.test$/m);
  expect(text).toMatch(/^Canonical: https:\/\/app\.example\.test\/\.well-known\/security\.txt$/m);
  const expires = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(expires > now).toBe(true);
  expect(expires.getTime() - now.getTime()).toBeLessThan(365 * 24 * 60 * 60_000);
});

import { expect, test } from 'vitest';
import { isLocalHost } from './local-host';

const APP = 'https://headshots.example.com';

test.each([
  'localhost:3000',
  '127.0.0.1:3000',
  '192.168.1.20:3000',
  '[::1]:3000',
  'laptop',
  'laptop.local:3000',
  'headshots.example.com',
])('%s is this machine, its network or the site itself', (host) => {
  expect(isLocalHost(host, APP)).toBe(true);
});

test.each([
  null,
  '',
  'evil.example',
  'localhost.evil.example:3000',
  '127.0.0.1.evil.example',
  'headshots.example.com.evil.example',
  'not a host',
])('%s is not', (host) => {
  expect(isLocalHost(host, APP)).toBe(false);
});

import { expect, test } from 'vitest';
import { isLocalName, isLocalRequest } from './local-host';

const HERE = { appUrl: 'http://localhost:3000' };
const OPENED = { ...HERE, HOST: '0.0.0.0' };

const request = (host: string | null, through?: string) =>
  new Headers({ ...(host === null ? {} : { host }), ...(through ? { 'x-forwarded-for': through } : {}) });

const LOOPBACK = ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'team.localhost:3000'];
const NETWORK = ['192.168.1.20:3000', '10.0.0.4', '[fe80::1]:3000', 'laptop', 'laptop.local:3000'];
const FOREIGN = [
  null,
  '',
  'evil.example',
  'localhost.evil.example:3000',
  '127.0.0.1.evil.example',
  'headshots.example.com',
  '203.0.113.7:3000',
  '172.32.0.1:3000',
  '[2001:db8::1]:3000',
  'not a host',
];

test.each(LOOPBACK)('%s is this machine', (host) => {
  expect(isLocalRequest(request(host), HERE)).toBe(true);
  expect(isLocalRequest(request(host), { ...HERE, HOST: '127.0.0.1' })).toBe(true);
});

test.each(NETWORK)('%s is its network: only when that was opened', (host) => {
  expect(isLocalRequest(request(host), HERE)).toBe(false);
  expect(isLocalRequest(request(host), { ...HERE, HOST: '127.0.0.1' })).toBe(false);
  expect(isLocalRequest(request(host), OPENED)).toBe(true);
  expect(isLocalRequest(request(host), { appUrl: `http://${host}` })).toBe(true);
});

test.each(FOREIGN)('%s is neither', (host) => {
  expect(isLocalRequest(request(host), OPENED)).toBe(false);
});

test('the address of a deployment is not local because it is the site’s own', () => {
  const deployed = { appUrl: 'https://headshots.example.com', HOST: '0.0.0.0' };
  expect(isLocalRequest(request('headshots.example.com'), deployed)).toBe(false);
});

test('a proxy that names the machine itself does not make strangers local', () => {
  expect(isLocalRequest(request('127.0.0.1:3000', '127.0.0.1'), HERE)).toBe(true);
  expect(isLocalRequest(request('127.0.0.1:3000', '::1, ::ffff:127.0.0.1'), HERE)).toBe(true);
  expect(isLocalRequest(request('127.0.0.1:3000', '203.0.113.7'), OPENED)).toBe(false);
  expect(isLocalRequest(request('127.0.0.1:3000', '127.0.0.1, 203.0.113.7'), OPENED)).toBe(false);
  expect(isLocalRequest(request('192.168.1.20:3000', '::ffff:192.168.1.31'), OPENED)).toBe(true);
  expect(isLocalRequest(request('127.0.0.1:3000', '192.168.1.31'), HERE)).toBe(false);
});

test('names of this machine and its network', () => {
  expect(['localhost', '192.168.1.20', 'nas.lan', 'laptop', '[::1]'].every(isLocalName)).toBe(true);
  expect(['example.com', '203.0.113.7', '::', ''].some(isLocalName)).toBe(false);
});

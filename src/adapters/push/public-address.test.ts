import { expect, test } from 'vitest';
import { isPublicEndpoint, publicLookup } from './public-address';

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://8.8.8.8/abc',
  'https://[2606:4700::1111]/abc',
])('a push service: %s', (endpoint) => expect(isPublicEndpoint(endpoint)).toBe(true));

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/abc',
  'https://user:secret@fcm.googleapis.com/abc',
  'https://localhost/abc',
  'https://printer/abc',
  'https://db.internal/abc',
  'https://nas.home.arpa/abc',
  'https://127.0.0.1/abc',
  'https://2130706433/abc',
  'https://0x7f.1/abc',
  'https://10.1.2.3/abc',
  'https://172.31.0.1/abc',
  'https://192.168.1.1/abc',
  'https://169.254.169.254/latest/meta-data',
  'https://100.64.0.1/abc',
  'https://0.0.0.0/abc',
  'https://224.0.0.1/abc',
  'https://[::1]/abc',
  'https://[::]/abc',
  'https://[::ffff:10.0.0.1]/abc',
  'https://[64:ff9b::a00:1]/abc',
  'https://[2002:a00:1::]/abc',
  'https://[fd00::1]/abc',
  'https://[fe80::1]/abc',
  'file:///etc/passwd',
  'not an address',
])('not one: %s', (endpoint) => expect(isPublicEndpoint(endpoint)).toBe(false));

test('a name that leads into this machine is not resolved', async () => {
  for (const all of [true, false]) {
    const error = await new Promise((resolve) => publicLookup('localhost', { all }, resolve));
    expect(error).toMatchObject({ message: 'The push service has no public address.' });
  }
});

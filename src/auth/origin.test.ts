import { expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { requireSameOrigin } from './origin';

function write(headers: Record<string, string>, method = 'POST'): () => void {
  return () => requireSameOrigin(new Request('http://localhost:3000/api/x', { method, headers }));
}

test("a write from another site's page is refused, our own and a script's are not", () => {
  expect(write({ origin: 'http://localhost:3000' })).not.toThrow();
  expect(write({})).not.toThrow();
  expect(write({ origin: 'https://evil.example' }, 'GET')).not.toThrow();
  for (const origin of [
    'https://evil.example',
    'null',
    'http://localhost:3000.evil.example',
    'http://localhost:3001',
  ]) {
    try {
      write({ origin })();
      expect.unreachable(origin);
    } catch (error) {
      expect(isAppError(error, 'forbidden')).toBe(true);
    }
  }
});

test('where the origin is missing, what the browser says of the site counts', () => {
  const from = (site: string) => write({ 'sec-fetch-site': site });
  expect(from('same-origin')).not.toThrow();
  expect(from('none')).not.toThrow();
  for (const site of ['cross-site', 'same-site', 'nonsense'])
    expect(from(site)).toThrow(expect.objectContaining({ code: 'forbidden' }));
});

import { expect, test } from 'vitest';
import { fromCursor, readCursor, toCursor } from './time-cursor';

test('a place goes out and comes back', () => {
  const cursor = toCursor({ createdAt: new Date('2026-11-20T10:11:12.345Z'), id: 'gen_1' });
  expect(readCursor(cursor)).toBe(cursor);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(fromCursor(cursor)).toEqual({ at: '2026-11-20T10:11:12.345Z', id: 'gen_1' });
});

test.each([
  'yesterday gen_1',
  '2026-11-20T10:11:12.345Z',
  '2026-11-20T10:11:12.345Z gen_1 x',
  '2026-11-20 gen_1',
  '2026-13-20T10:11:12.345Z gen_1',
  // Nothing that Postgres takes for an id, nor for a year.
  '2026-11-20T10:11:12.345Z gen\0',
  '0000-11-20T10:11:12.345Z gen_1',
  // A date that JavaScript knows and Postgres does not.
  '+275760-09-13T00:00:00.000Z gen_1',
])('what we did not make is refused: %s', (text) => {
  const cursor = Buffer.from(text).toString('base64url');
  expect(() => fromCursor(cursor)).toThrow(expect.objectContaining({ code: 'malformed' }));
  // In a page's address it is left out.
  expect([cursor, [cursor], undefined].map(readCursor)).toEqual([undefined, undefined, undefined]);
});

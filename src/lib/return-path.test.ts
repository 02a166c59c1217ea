import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test('keeps paths of this site with their query', () => {
  expect(returnPath('/teams/acme/headshots?style=x#top')).toBe('/teams/acme/headshots?style=x#top');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/./\n/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'teams',
  '',
  null,
  ['/teams'],
  `/${'a'.repeat(600)}`,
])('refuses %j', (value) => {
  expect(returnPath(value, '/fallback')).toBe('/fallback');
});

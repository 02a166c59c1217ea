import { expect, test } from 'vitest';
import { teamToOpen } from './last-team';

const [acme, brook] = [{ slug: 'acme' }, { slug: 'brook' }];

test('the last visited of my teams opens; a single one always; otherwise I choose', () => {
  expect(teamToOpen([acme, brook], 'brook')).toBe(brook);
  expect(teamToOpen([acme], undefined)).toBe(acme);
  expect(teamToOpen([acme, brook], undefined)).toBeNull();
  expect(teamToOpen([], 'acme')).toBeNull();
});

test('a team that is no longer mine does not open', () => {
  expect(teamToOpen([acme, brook], 'clover')).toBeNull();
  expect(teamToOpen([acme], 'clover')).toBe(acme);
});

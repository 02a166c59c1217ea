import { expect, it, test } from 'vitest';
import { TRANSFER_KINDS } from '@/db/schema/credits';
import { textsIn } from '@/texts/catalogue';
import { filterQuery, filterWords, groupsOf, kindsOf, MOVE_GROUPS, readFilters } from './statement-rules';

test('every kind of move is in exactly one group', () => {
  const kinds = MOVE_GROUPS.flatMap((group) => [...group.kinds]);
  expect([...kinds].sort()).toEqual([...TRANSFER_KINDS].sort());
});

it('reads filters from an address and writes them back', () => {
  const search = {
    kind: 'given',
    person: 'mem_1',
    from: '2026-11-01',
    to: '2026-11-20',
    direction: 'out',
    before: '9',
  };
  const filters = readFilters(search);
  expect(filters).toEqual({
    group: 'given',
    person: 'mem_1',
    from: '2026-11-01',
    to: '2026-11-20',
    direction: 'out',
  });
  expect(readFilters(Object.fromEntries(filterQuery(filters)))).toEqual(filters);
  expect(kindsOf(filters.group, 'pool')).toEqual(['allocate']);
  expect(filterWords(filters, 'Luca Ferri', textsIn('en'))).toBe('Given, with Luca Ferri, only out');
});

it('leaves out what cannot be read', () => {
  expect(
    readFilters({ kind: 'stolen', person: '', from: '2026-02-30', to: ['2026-11-01'], direction: 'up' }),
  ).toEqual({});
  expect(kindsOf(undefined, 'pool')).toBeUndefined();
  expect(filterWords({}, null, textsIn('en'))).toBe('');
});

test('a team of one has no moves between people; what it buys reaches its wallet as an allocation', () => {
  expect(kindsOf('in', 'pool')).toEqual(['purchase', 'grant']);
  expect(kindsOf('in', 'solo')).toEqual(['purchase', 'grant', 'allocate']);
  expect(groupsOf('solo')).toEqual(['in', 'headshots', 'refunds', 'disputes']);
});

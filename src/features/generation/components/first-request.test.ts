import { expect, test } from 'vitest';
import type { NewHeadshots } from '../loaders';
import { firstRequest } from './first-request';

const locked = { reason: 'x', needs: 'plus' };
const config = {
  styles: [
    { id: 'corporate', surcharge: 0, locked: null },
    { id: 'creative', surcharge: 0, locked: null },
    { id: 'executive', surcharge: 1, locked },
  ],
  qualities: [
    { id: 'standard', credits: 1, locked: null },
    { id: 'high', credits: 2, locked },
  ],
  variations: { min: 1, max: 4, allowed: 2, locked },
};
const again = { aspect: '1:1', quality: 'standard', variations: 2, preferences: { framing: 'closer' } };
const start = (changes: object | null, free = 9) =>
  firstRequest({
    config,
    free,
    again: changes && { ...again, style: { id: 'creative', name: '' }, createdAt: '', ...changes },
  } as unknown as NewHeadshots);

test('without another generation: the first open style, as many pictures as the wallet pays for', () => {
  expect(start(null, 1)).toEqual({
    style: 'corporate',
    aspect: '4:5',
    quality: 'standard',
    variations: 1,
    preferences: {},
  });
  expect(start(null, 0).variations).toBe(2);
});

test('made again: the same options', () => {
  expect(start({})).toEqual({
    style: 'creative',
    aspect: '1:1',
    quality: 'standard',
    variations: 2,
    preferences: { framing: 'closer' },
  });
});

test('what the team can no longer have falls back', () => {
  const gone = { style: { id: 'executive', name: '' }, quality: 'high', variations: 4 };
  expect(start(gone)).toMatchObject({
    style: 'corporate',
    quality: 'standard',
    variations: 2,
    aspect: '1:1',
  });
  expect(start({ style: { id: 'not-there-any-more', name: '' } }).style).toBe('corporate');
});

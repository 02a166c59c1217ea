import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { adminNextStep, memberNextStep, slugOf, splitEmails } from './rules';

test.each([
  ['Acme', 'acme'],
  ['  Müller & Söhne GmbH ', 'muller-sohne-gmbh'],
  ['Ångström', 'angstrom'],
  ['株式会社', 'team'],
  ['---', 'team'],
  ['a'.repeat(80), 'a'.repeat(40)],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('address of %j is %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

const texts = textsIn('en');

test('addresses out of whatever people paste', () => {
  const pasted =
    'Jonas Weber <Jonas@Acme.example>, elif@acme.example;\n  tom@acme.example priya@acme.example\n\n,';
  expect(splitEmails(pasted)).toEqual([
    'jonas@acme.example',
    'elif@acme.example',
    'tom@acme.example',
    'priya@acme.example',
  ]);
  expect(splitEmails('')).toEqual([]);
  expect(splitEmails('not an address\na@b.example')).toEqual(['not an address', 'a@b.example']);
});

const nothing = { consented: false, photosReady: false, usablePhotos: 0, runningId: null, pictures: 0 };

test('a member is led through consent, photos, style and pictures', () => {
  expect(memberNextStep(nothing, 3, texts)).toMatchObject({ at: 0, action: { path: '/headshots/new' } });
  expect(memberNextStep({ ...nothing, consented: true, usablePhotos: 4 }, 3, texts)).toMatchObject({ at: 1 });
  expect(memberNextStep({ ...nothing, consented: true, usablePhotos: 4 }, 3, texts).text).toContain(
    '4 of 6–14',
  );
  expect(memberNextStep({ ...nothing, consented: true, photosReady: true }, 3, texts)).toMatchObject({
    at: 2,
  });
  const running = { ...nothing, consented: true, photosReady: true, runningId: 'gen_1' };
  expect(memberNextStep(running, 3, texts).action.path).toBe('/headshots/gen_1');
  expect(memberNextStep({ ...nothing, pictures: 2 }, 0, texts)).toMatchObject({
    at: null,
    action: { path: '/headshots' },
  });
});

test('an admin is led through buying, inviting and handing out', () => {
  const start = { issued: 3, pool: 3, members: 1, invited: 0, withoutCredits: 1, owed: 0, requests: 0 };
  expect(adminNextStep(start, texts)).toMatchObject({
    text: expect.stringContaining('try it on yourself first: 3 credits are free'),
    action: { path: '/credits/buy' },
  });
  expect(adminNextStep({ ...start, pool: 0 }, texts)?.text).not.toContain('free');
  expect(adminNextStep({ ...start, issued: 53, pool: 53 }, texts)?.action.path).toBe('/members');
  expect(adminNextStep({ ...start, issued: 53, pool: 50, members: 5 }, texts)?.action.path).toBe('/credits');
  const running = { ...start, issued: 53, pool: 10, members: 5, withoutCredits: 0 };
  expect(adminNextStep(running, texts)).toBeNull();
  expect(adminNextStep({ ...running, requests: 2 }, texts)).toMatchObject({
    title: '2 people ask for credits',
    action: { path: '/credits#requests' },
  });
  expect(adminNextStep({ ...running, requests: 2, owed: 40 }, texts)).toMatchObject({
    title: 'The team owes 40 credits',
    action: { path: '/credits/buy' },
  });
});

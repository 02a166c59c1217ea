import { expect, test } from 'vitest';
import { arrivalPath, pageFor, readArrival, START_ALONE, START_BUYING_CREDITS, START_PLAN } from './arrival';
import { returnPath } from './return-path';

function readAddress(address: string) {
  return readArrival(Object.fromEntries(new URL(address, 'http://here.invalid').searchParams));
}

/** What is left of a link to sign-up once somebody has signed up. */
function arrivedFrom(link: string) {
  return readAddress(returnPath(new URL(link, 'http://here.invalid').searchParams.get('next')));
}

test('what somebody chose before signing up is still known after it', () => {
  const buying = arrivedFrom(`${START_BUYING_CREDITS}300`);
  expect(buying).toMatchObject({ page: '/credits/buy?credits=300', buys: true, alone: false });
  expect(readAddress(arrivalPath(buying))).toEqual(buying);
  expect(arrivedFrom(START_PLAN)).toMatchObject({ page: '/billing/plan', buys: true });
  expect(arrivedFrom(START_ALONE)).toMatchObject({ page: '', alone: true, fields: { for: 'one' } });
});

test('an address that says something else leads to the team’s home', () => {
  for (const go of [undefined, 'toString', '../billing', ['buy'], '']) {
    expect(readArrival({ go })).toEqual({ page: '', buys: false, alone: false, fields: {} });
    expect(arrivalPath(readArrival({ go }))).toBe('/teams');
  }
  for (const credits of ['1e3', '-5', '300&x=1', ['300'], '9999999'])
    expect(readArrival({ go: 'buy', credits }).page).toBe('/credits/buy');
  expect(readArrival({ go: 'new', credits: '300' }).page).toBe('/headshots/new');
});

test('a member who may not buy is not led to the shop', () => {
  const buying = readArrival({ go: 'buy' });
  expect([pageFor(buying, 'owner'), pageFor(buying, 'admin'), pageFor(buying, 'member')]).toEqual([
    '/credits/buy',
    '/credits/buy',
    '',
  ]);
  expect(pageFor(readArrival({ go: 'notices' }), 'member')).toBe('/notices');
});

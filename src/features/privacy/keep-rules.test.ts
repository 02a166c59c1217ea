import { expect, test } from 'vitest';
import { organization } from '@/db/schema/auth';
import { DAY, HOUR, plus } from '@/lib/time';
import { announceBefore, keptUntil, SELFIE_DAYS } from './keep-rules';

const NOW = new Date('2026-11-20T12:00:00Z');
const days = (count: number) => plus(NOW, count * DAY);

test.each([
  ['fresh on Free', 0, null, 30, 30],
  ['warned in time', -23, -0.5, 30, 7],
  ['old, the team just became Free', -100, null, 30, 7],
  ['old, warned five days ago', -100, -5, 30, 2],
  ['warned long ago under another tier', -100, -77, 180, 80],
] as const)('%s', (_name, finished, warned, pictureDays, left) => {
  const kept = { finishedAt: days(finished), warnedAt: warned === null ? null : days(warned) };
  const until = keptUntil(kept, pictureDays, NOW);
  const soonest = warned === null ? days(7) : days(warned + 7);
  expect(until).toEqual(days(left) > soonest ? days(left) : soonest);
});

test('as long as wanted on Pro', () => {
  expect(keptUntil({ finishedAt: days(-4000), warnedAt: days(-100) }, null, NOW)).toBeNull();
});

test('a day is announced as a whole, seven to eight days ahead, at any hour', () => {
  for (const hour of [0, 5, 23]) {
    const now = plus(new Date('2026-11-20T00:00:00Z'), hour * HOUR);
    expect(announceBefore(30, now)).toEqual(new Date('2026-10-29T00:00:00Z'));
  }
});

test('what public pages say of selfies is what a new team gets', () => {
  expect(organization.photoRetentionDays.default).toBe(SELFIE_DAYS);
});

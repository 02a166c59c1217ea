import { describe, expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import type { WatchSettings } from '../billing-view-types';
import { readWatch, watchFormOf } from './watch-form-rules';

const [ENGLISH, GERMAN] = [textsIn('en'), textsIn('de')];

const WATCH: WatchSettings = {
  noticeBelow: 10,
  topUp: null,
  pausedAt: null,
  failure: null,
  waitsFor: null,
  spentThisMonthCents: 0,
};

describe('the form about a low balance', () => {
  test('says what is set, and reads back the same', () => {
    const set = { ...WATCH, topUp: { pack: 'starter' as const, below: 25, monthlyCapCents: 8_750 } };
    expect(readWatch(watchFormOf(set, ENGLISH), ENGLISH)).toEqual({
      ok: true,
      input: { noticeBelow: 10, topUp: set.topUp },
    });
    expect(readWatch(watchFormOf(WATCH, ENGLISH), ENGLISH)).toEqual({
      ok: true,
      input: { noticeBelow: 10, topUp: null },
    });
  });

  test('what is switched off is not read', () => {
    const form = { ...watchFormOf(WATCH, ENGLISH), notice: false, noticeBelow: 'x', below: '-1', cap: '' };
    expect(readWatch(form, ENGLISH)).toEqual({ ok: true, input: { noticeBelow: null, topUp: null } });
  });

  test('names each wrong field', () => {
    const form = {
      ...watchFormOf(WATCH, ENGLISH),
      noticeBelow: '0',
      topUp: true,
      below: '1.5',
      cap: '78.99',
    };
    const read = readWatch(form, ENGLISH);
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(['noticeBelow', 'below', 'cap']);
  });

  test('reads money as people write it', () => {
    const form = { ...watchFormOf(WATCH, ENGLISH), topUp: true };
    const capOf = (cap: string, texts = ENGLISH) => {
      const read = readWatch({ ...form, cap }, texts);
      return read.ok ? read.input.topUp?.monthlyCapCents : null;
    };
    expect(['$1,000', '158.5', '79', '79,0', '1e9'].map((cap) => capOf(cap))).toEqual([
      100_000,
      15_850,
      7_900,
      null,
      null,
    ]);
    expect(['1.000 $', '158,50', '79'].map((cap) => capOf(cap, GERMAN))).toEqual([100_000, 15_850, 7_900]);
  });
});

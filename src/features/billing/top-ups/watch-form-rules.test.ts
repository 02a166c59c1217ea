import { describe, expect, test } from 'vitest';
import type { WatchSettings } from '../billing-view-types';
import { readWatch, watchFormOf } from './watch-form-rules';

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
    expect(readWatch(watchFormOf(set))).toEqual({ ok: true, input: { noticeBelow: 10, topUp: set.topUp } });
    expect(readWatch(watchFormOf(WATCH))).toEqual({ ok: true, input: { noticeBelow: 10, topUp: null } });
  });

  test('what is switched off is not read', () => {
    const form = { ...watchFormOf(WATCH), notice: false, noticeBelow: 'x', below: '-1', cap: '' };
    expect(readWatch(form)).toEqual({ ok: true, input: { noticeBelow: null, topUp: null } });
  });

  test('names each wrong field', () => {
    const form = { ...watchFormOf(WATCH), noticeBelow: '0', topUp: true, below: '1.5', cap: '78.99' };
    const read = readWatch(form);
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(['noticeBelow', 'below', 'cap']);
  });

  test('reads money as people write it', () => {
    const form = { ...watchFormOf(WATCH), topUp: true };
    const capOf = (cap: string) => {
      const read = readWatch({ ...form, cap });
      return read.ok ? read.input.topUp?.monthlyCapCents : null;
    };
    expect(['$1,000', '158.5', '79', '79,0', '1e9'].map(capOf)).toEqual([100_000, 15_850, 7_900, null, null]);
  });
});

import { describe, expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { CUSTOM } from '../price-list';
import { CUSTOM_STOPS, cheaperWords, enoughWords, readChoice, stopOf } from './custom-rules';

const [ENGLISH, GERMAN] = [textsIn('en'), textsIn('de')];

describe('a custom amount', () => {
  test('is read as people type it', () => {
    expect(readChoice('300', ENGLISH)).toMatchObject({
      ok: true,
      credits: 300,
      amountCents: 15_000,
      cheaper: null,
    });
    expect(readChoice(' 1,000 ', ENGLISH)).toMatchObject({ ok: true, credits: 1_000, amountCents: 50_000 });
    expect(readChoice('1.000', GERMAN)).toMatchObject({ ok: true, credits: 1_000 });
    expect(readChoice('10 000', ENGLISH)).toMatchObject({ ok: true, credits: 10_000 });
  });

  test.each(['', '0', '-300', '300.5', '3e3', '150', '10001', '99999999999', 'many', '1,00'])(
    'refuses "%s" and says why',
    (text) => {
      const choice = readChoice(text, ENGLISH);
      expect(choice).toMatchObject({ ok: false });
      expect(choice.ok ? '' : choice.problem).not.toBe('');
    },
  );

  test('every stop is sold, in order, from the smallest to the largest', () => {
    expect([...CUSTOM_STOPS].sort((a, b) => a - b)).toEqual(CUSTOM_STOPS);
    expect([CUSTOM_STOPS[0], CUSTOM_STOPS.at(-1)]).toEqual([CUSTOM.min, CUSTOM.max]);
    for (const stop of CUSTOM_STOPS) expect(readChoice(String(stop), ENGLISH).ok).toBe(true);
    expect(
      [stopOf(151), stopOf(199), stopOf(200), stopOf(9_999), stopOf(10_000)].map((at) => CUSTOM_STOPS[at]),
    ).toEqual([151, 151, 200, 7_500, 10_000]);
  });

  test('says how many people it is for; who is alone reads of pictures', () => {
    expect(enoughWords(303, ENGLISH)).toBe('Enough for 303 standard pictures: four each for 75 people.');
    expect(enoughWords(303, ENGLISH, true)).toBe('Enough for 303 standard pictures.');
  });

  test('says when packs cost less, and how much', () => {
    const told = (credits: number, texts = ENGLISH) => {
      const choice = readChoice(String(credits), ENGLISH);
      return choice.ok && choice.cheaper ? cheaperWords(credits, choice.cheaper, texts) : null;
    };
    expect(told(398)).toBeNull();
    expect(told(400)).toBe('1 Enterprise pack, $199, costs $1 less and brings 100 more.');
    expect(told(500)).toBe('1 Enterprise pack, $199, costs $51 less.');
    expect(told(1_000)).toBe('2 Enterprise packs, $398, cost $102 less.');
    expect(told(400, GERMAN)).toBe(
      '1 Enterprise-Paket für 199\u00a0$ kostet 1\u00a0$ weniger und bringt 100 Credits mehr.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { textsIn } from './catalogue';

const english = textsIn('en');
const german = textsIn('de');

const moment = new Date('2026-09-05T23:07:00Z');

describe('a moment', () => {
  it('writes months the way we write them, whatever the machine thinks', () => {
    expect(english.moment(moment, 'date', 'utc')).toBe('5 Sep');
    expect(english.moment(moment, 'date-year', 'utc')).toBe('5 Sep 2026');
    expect(english.moment(moment, 'date-time', 'utc')).toBe('5 Sep, 23:07');
    expect(english.moment(moment, 'time', 'utc')).toBe('23:07');
    expect(english.moment(moment, 'full', 'utc')).toBe('5 Sep 2026, 23:07');
  });

  it('writes them as Germans do', () => {
    expect(german.moment(moment, 'full')).toBe('5. Sep. 2026, 23:07');
    expect(german.relative(new Date(moment.getTime() - 7_200_000), moment)).toBe('vor 2 Stunden');
    expect([german.longDay(moment), english.longDay(moment)]).toEqual([
      '5. September 2026',
      '5 September 2026',
    ]);
    expect([german.month(moment), english.month(moment)]).toEqual(['September 2026', 'September 2026']);
  });

  it('follows the zone of the machine when asked for local time', () => {
    const hours = String(moment.getHours()).padStart(2, '0');
    const minutes = String(moment.getMinutes()).padStart(2, '0');
    expect(english.moment(moment, 'time', 'local')).toBe(`${hours}:${minutes}`);
  });
});

describe('a moment, seen from now', () => {
  const at = (seconds: number) => english.relative(new Date(moment.getTime() + seconds * 1000), moment);

  it('counts in the largest whole unit, back and ahead', () => {
    expect(at(-59)).toBe('just now');
    expect(at(-60)).toBe('1 minute ago');
    expect(at(-3599)).toBe('59 minutes ago');
    expect(at(-7200)).toBe('2 hours ago');
    expect(at(2 * 86_400)).toBe('in 2 days');
  });

  it('gives the date when it is more than 30 days away', () => {
    expect(at(-31 * 86_400)).toMatch(/^\d{1,2} Aug 2026$/);
  });
});

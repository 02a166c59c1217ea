import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KEPT_FOR, MOST_BYTES, markedOnce } from './marked-files';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.advanceTimersByTime(KEPT_FOR);
  vi.useRealTimers();
});

/** How often the file of these bytes is made when it is asked for. */
function bench(name: string, size = 10) {
  let made = 0;
  const make = async () => {
    made += 1;
    return Buffer.alloc(size, name);
  };
  return { ask: () => markedOnce(Buffer.from(name), make), made: () => made };
}

test('the same bytes are marked once, others by themselves', async () => {
  const [one, two] = [bench('one'), bench('two')];
  const first = await one.ask();
  await two.ask();
  expect(await one.ask()).toEqual(first);
  expect([one.made(), two.made()]).toEqual([1, 1]);
});

test('five minutes after the last use nothing of it is left', async () => {
  const one = bench('one');
  await one.ask();
  vi.advanceTimersByTime(KEPT_FOR - 1);
  await one.ask();
  vi.advanceTimersByTime(KEPT_FOR - 1);
  await one.ask();
  expect(one.made()).toBe(1);
  vi.advanceTimersByTime(KEPT_FOR);
  await one.ask();
  expect(one.made()).toBe(2);
});

test('what was used longest ago makes room', async () => {
  const third = MOST_BYTES / 3;
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => bench(name, third));
  for (const one of [a, b, c, a, d]) await one?.ask();
  for (const one of [a, c, d]) await one?.ask();
  expect([a, b, c, d].map((one) => one?.made())).toEqual([1, 1, 1, 1]);
  await b?.ask();
  expect(b?.made()).toBe(2);
});

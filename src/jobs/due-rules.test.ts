import { expect, test } from 'vitest';
import { QUEUES, type QueueSettings } from '@/adapters/queue/queues';
import { lastDue } from './due-rules';

const NOW = new Date('2026-11-28T10:22:31Z');

test.each([
  ['* * * * *', '2026-11-28T10:22:00Z'],
  ['*/5 * * * *', '2026-11-28T10:20:00Z'],
  ['17 * * * *', '2026-11-28T10:17:00Z'],
  ['23 * * * *', '2026-11-28T09:23:00Z'],
  ['0 4 * * *', '2026-11-28T04:00:00Z'],
  ['0 12 * * *', '2026-11-27T12:00:00Z'],
  ['22 10 * * *', '2026-11-28T10:22:00Z'],
])('%s was due at %s', (cron, due) => {
  expect(lastDue(cron, NOW)).toEqual(new Date(due));
});

test.each(['', '* * * *', '1-5 * * * *', '* * 1 * *', '*/0 * * * *', '* * * * * *'])(
  '"%s" is not understood',
  (cron) => {
    expect(() => lastDue(cron, NOW)).toThrow('is not understood');
  },
);

test('every queue’s own is', () => {
  const crons = Object.values<QueueSettings>(QUEUES).flatMap(({ cron }) => cron ?? []);
  expect(crons.length).toBeGreaterThan(5);
  for (const cron of crons) expect(lastDue(cron, NOW) <= NOW).toBe(true);
});

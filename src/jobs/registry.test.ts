import { expect, test } from 'vitest';
import { QUEUE_NAMES } from '@/adapters/queue/queues';
import { JOBS } from './registry';

test('every queue has a handler and every handler a queue', () => {
  expect(Object.keys(JOBS).sort()).toEqual([...QUEUE_NAMES].sort());
});

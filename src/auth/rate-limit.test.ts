import { expect, test } from 'vitest';
import type { Db } from '@/db/types';
import { testDatabase } from '../../tests/support/database';
import { consumeLimit, LIMITS } from './rate-limit';

test('parallel requests count together, other people do not count', async () => {
  const db = await testDatabase();
  const attempts = LIMITS.checkout.points + 10;
  const results = await Promise.allSettled(
    Array.from({ length: attempts }, () => consumeLimit(db, 'checkout', 'usr_a')),
  );
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused).toHaveLength(10);
  expect(refused[0]?.reason).toMatchObject({ code: 'rate_limited', status: 429 });
  expect(refused[0]?.reason.details.retryAfterSeconds).toBeGreaterThan(0);
  await consumeLimit(db, 'checkout', 'usr_b');
});

test('a limiter without its store refuses', async () => {
  const broken = {
    session: { client: { query: () => Promise.reject(new Error('store is down')) } },
  } as unknown as Db;
  await expect(consumeLimit(broken, 'checkout', 'usr_a')).rejects.toThrow('store is down');
});

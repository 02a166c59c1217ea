/** Stripe re-sends, re-orders and doubles, forgers try, workers die. `npm run soak` does the same with 2,000 events. */
import { expect, test } from 'vitest';
import { startRunner } from '@/jobs/runner';
import { testConnection, testDatabase } from '../../../../tests/support/database';
import { buy, CARD, makePayingTeam, poolOf, stripe, withStripe } from '../../../../tests/support/payments';
import { newSeed, withSeed } from '../../../../tests/support/random';
import { runStorm } from '../../../../tests/support/storm';

withStripe();

test('from the card to the credits with the real queue: webhook, job, pool', async () => {
  const runner = await startRunner(await testConnection());
  try {
    const team = await makePayingTeam();
    const { sessionId } = await buy(team.owner, 'professional');
    stripe.standIn.page.pay(sessionId, CARD);
    await expect.poll(() => poolOf(team), { timeout: 20_000 }).toBe(150);
  } finally {
    await runner.stop();
  }
}, 60_000);

test('a storm of doubled, shuffled, forged events with dying workers: each order exactly once', async () => {
  await withSeed(newSeed(), async (random) => {
    const options = { orders: 18, teams: 3, deliveries: 6, width: 12, random };
    const storm = await runStorm(await testDatabase(), options);
    expect(storm.events).toBeGreaterThan(80);
    expect(Math.min(storm.crashes, storm.refused)).toBeGreaterThan(5);
  });
}, 60_000);

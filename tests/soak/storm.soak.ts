import { expect, test } from 'vitest';
import { testDatabase } from '../support/database';
import { withStripe } from '../support/payments';
import { withSeed } from '../support/random';
import { runStorm } from '../support/storm';
import { STORM, say, sayNowAndThen, soak } from './options';

withStripe();

test('a storm of 2,000 events, each delivered 1 to 20 times', async () => {
  const { seed, orders } = soak();
  await withSeed(seed, async (random) => {
    say(`storm: ${orders} orders, seed ${seed}`);
    const storm = await runStorm(await testDatabase(), {
      orders,
      teams: 12,
      deliveries: 20,
      width: 24,
      random,
      onProgress: (done, all) => sayNowAndThen(() => `storm: ${done} of ${all} deliveries, seed ${seed}`),
    });
    const { events, deliveries, refused, crashes } = storm;
    expect(events).toBeGreaterThanOrEqual(orders >= STORM.orders ? STORM.events : orders * 3);
    say(
      `storm: ${events} events, ${deliveries} deliveries, ${refused} forgeries refused, ${crashes} crashes: exact`,
    );
  });
});

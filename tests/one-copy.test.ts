/**
 * A build has two copies of every bundled module: one for pages and their actions, one for routes and jobs. What the process keeps
 * once (`globalThis`) was made by one of them and throws the classes of that copy, so `instanceof` in the other says no: a declined
 * card would be told as our fault. Packages whose errors are told apart by class outside their adapter must stay outside the bundle.
 */
import { expect, test } from 'vitest';
import config from '../next.config';

test.each(['stripe', 'better-auth'])('%s is loaded once', (name) => {
  expect(config.serverExternalPackages).toContain(name);
});

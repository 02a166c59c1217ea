/**
 * `npm run soak [-- --commands 1000000 --from 0 --operations 10000 --orders 460 --seed N --only model|mix|storm]`: the long runs of
 * what `npm test` does briefly, on a Postgres of their own. Says every ten seconds where it is; with the same seed and `--from` the
 * model goes on where it was stopped. Exits 1 on any difference.
 */
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import type { SoakOptions } from '../tests/soak/options';
import { GLOBAL_SETUP, project, resolve } from '../tests/support/vitest-project';

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '0' },
    operations: { type: 'string', default: '10000' },
    orders: { type: 'string', default: '460' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
  },
});

const soak: SoakOptions = {
  seed: number('seed'),
  commands: number('commands'),
  from: number('from'),
  operations: number('operations'),
  orders: number('orders'),
};
process.stdout.write(`soak with seed ${soak.seed}\n`);

const patience = { testTimeout: 0, hookTimeout: 0, disableConsoleIntercept: true };
const vitest = await startVitest(
  'test',
  values.only ? [`tests/soak/${values.only}`] : [],
  { config: false, watch: false, maxWorkers: 1, fileParallelism: false, provide: { soak } },
  {
    resolve,
    test: {
      globalSetup: GLOBAL_SETUP,
      projects: [project('soak', { include: ['tests/soak/*.soak.ts'], ...patience })],
    },
  },
);
const files = vitest.state.getFiles();
const failed = vitest.state.getCountOfFailedTests();
const ok = files.length > 0 && failed === 0 && files.every(({ result }) => result?.state === 'pass');
await vitest.close();
process.stdout.write(`${ok ? 'soak: no difference' : 'soak: DIFFERENCES'} (seed ${soak.seed})\n`);
process.exit(ok ? 0 : 1);

function number(name: 'commands' | 'from' | 'operations' | 'orders' | 'seed'): number {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
}

import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/support/slowest-first';
import { GLOBAL_SETUP, project, resolve } from './tests/support/vitest-project';

const TESTS = [
  'src/**/*.test.ts',
  'src/**/*.test.tsx',
  'emails/**/*.test.tsx',
  'scripts/**/*.test.ts',
  'tests/**/*.test.ts',
];
/** Files that load models, or narrow for good what may be decoded: each in a process of its own. */
const MODELS = ['src/vision/**/*.test.ts', '**/*.vision.test.ts', '**/*.contract.test.ts'];
const NEVER = ['**/node_modules/**', 'tests/journeys/**'];

export default defineConfig({
  resolve,
  test: {
    projects: [
      project('models', { include: MODELS, exclude: NEVER }),
      // A process for many files: loading the packages anew for each took a fifth of the run. tests/support/setup.ts clears up between them.
      project('rest', { include: TESTS, exclude: [...NEVER, ...MODELS], isolate: false }),
    ],
    globalSetup: GLOBAL_SETUP,
    sequence: { sequencer: SlowestFirst },
    // One more than the cores the suite is meant for: tests that kill, time out or wait for a disk leave theirs idle.
    maxWorkers: 3,
  },
});

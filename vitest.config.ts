import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/support/slowest-first';

export default defineConfig({
  resolve: {
    alias: {
      '@': path.resolve('src'),
      '@emails': path.resolve('emails'),
      'server-only': path.resolve('tests/support/server-only.ts'),
    },
  },
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'emails/**/*.test.tsx',
      'scripts/**/*.test.ts',
      'tests/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'tests/journeys/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup.ts'],
    pool: 'forks',
    sequence: { sequencer: SlowestFirst },
    // One more than the cores the suite is meant for: tests that kill, time out or wait for a disk leave theirs idle.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: 'test', TZ: 'Pacific/Kiritimati', VERCEL_BLOB_RETRIES: '0' },
  },
});

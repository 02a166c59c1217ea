/** What every vitest project of ours has in common: where imports lead, the clock's place, patience. */
import path from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';

export const resolve = {
  alias: {
    '@': path.resolve('src'),
    '@emails': path.resolve('emails'),
    'server-only': path.resolve('tests/support/server-only.ts'),
  },
};

/** The one Postgres of a run, for all its projects. */
export const GLOBAL_SETUP = ['tests/support/global-setup.ts'];

export function project(
  name: string,
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration {
  return {
    resolve,
    test: {
      name,
      setupFiles: ['tests/support/setup.ts'],
      pool: 'forks',
      testTimeout: 30_000,
      hookTimeout: 60_000,
      env: { NODE_ENV: 'test', TZ: 'Pacific/Kiritimati', VERCEL_BLOB_RETRIES: '0' },
      ...test,
    },
  };
}

import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch } from './tests/support/chromium';

const launchOptions = await chromiumLaunch();

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.spec.ts',
  outputDir: '.data/reports/browser',
  globalSetup: './tests/support/journey-setup.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    launchOptions,
    trace: 'retain-on-failure',
    timezoneId: 'Pacific/Kiritimati',
    locale: 'en-US',
    acceptDownloads: true,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      // One run is enough: no page, none that a phone presses differently, or one that looks at both sizes itself.
      testIgnore: ['processes.spec.ts', 'double-press.spec.ts', 'account.spec.ts', 'keyboard.spec.ts'],
      use: {
        ...devices['Pixel 7'],
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 1.5,
        defaultBrowserType: 'chromium',
      },
    },
  ],
});

/** What a page makes a browser load and do, in Chromium, with nothing cached. */
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';

/** Milliseconds after the page has loaded in which whatever it asks for by itself still counts. Some pages listen for ever. */
const SETTLE = 2_000;

/** Kilobytes (1,000 bytes) of script, each file gzipped by itself. */
export async function scriptWeight(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.ok())
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url);
  await page.waitForTimeout(SETTLE);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return total / 1_000;
}

/** Times slower than this machine: a phone of the middle class. */
const SLOWDOWN = 4;
/** A task longer than this keeps the page from answering; what is beyond it blocks (web.dev, Total Blocking Time). */
const LONG_TASK = 50;

export type Paint = {
  /** Milliseconds until the largest piece was there. */
  largest: number;
  /** Milliseconds in which the page could not answer. */
  blocked: number;
};

export async function measurePaint(context: BrowserContext, url: string): Promise<Paint> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(watch, LONG_TASK);
  await page.goto(url);
  await page.waitForTimeout(SETTLE);
  const paint = await readPaint(page);
  await page.close();
  return paint;
}

type Watched = { paint?: Paint };

function watch(longTask: number): void {
  const paint: Paint = { largest: 0, blocked: 0 };
  (globalThis as Watched).paint = paint;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paint.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) paint.blocked += Math.max(0, duration - longTask);
  }).observe({ type: 'longtask', buffered: true });
}

async function readPaint(page: Page): Promise<Paint> {
  const paint = await page.evaluate(() => (globalThis as Watched).paint);
  if (!paint || paint.largest === 0) throw new Error('The page painted nothing.');
  return paint;
}

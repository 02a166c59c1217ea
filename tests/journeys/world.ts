/** What journeys share: people in browsers of their own, their mail, the local payment page, photos, and axe on every page. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { violations } from '../support/axe';

export const PASSWORD = 'a long enough password';
const FIXTURES = path.resolve('tests/fixtures');

export type Person = { name: string; email: string; page: Page; context: BrowserContext };

let people = 0;

/** A person with a browser profile of their own, at the size of the running project. */
export async function newPerson(browser: Browser, name: string): Promise<Person> {
  people += 1;
  const { use } = test.info().project;
  const context = await browser.newContext({ ...use, baseURL: productUrl(), reducedMotion: 'reduce' });
  const page = await context.newPage();
  arriveAwake(page);
  page.on('pageerror', (error) => {
    throw new Error(`${name}'s page broke: ${error.message}`);
  });
  const unique = `${Date.now().toString(36)}${people}`;
  return { name, email: `${name.toLowerCase().replace(/\W+/g, '.')}.${unique}@acme.example`, page, context };
}

/**
 * Makes `goto` wait until what can be pressed does something. A person presses a button that was not awake yet once more; a script does
 * not. Documents without the framework are awake at once.
 */
function arriveAwake(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (...to) => {
    const answer = await goto(...to);
    await page.waitForFunction(() => {
      const awake = (one: Element) => Object.keys(one).some((key) => key.startsWith('__reactProps'));
      return (
        !('__next_f' in window) ||
        [...document.querySelectorAll('button, input:not([type=hidden]), select')].every(awake)
      );
    });
    return answer;
  };
}

export function productUrl(): string {
  const url = process.env.JOURNEY_URL;
  if (!url)
    throw new Error('JOURNEY_URL is not set: journeys run through `npm test` or `npx playwright test`.');
  return url;
}

/**
 * Another window of this person on a slow line: pages are there to read and press while their script is still on the way, until it is
 * let go. Without the service worker, which would have the script already.
 */
export async function slowWindow(
  browser: Browser,
  { context }: Person,
): Promise<{ page: Page; letScriptCome: () => void }> {
  const slow = await browser.newContext({
    ...test.info().project.use,
    baseURL: productUrl(),
    reducedMotion: 'reduce',
    storageState: await context.storageState(),
    serviceWorkers: 'block',
  });
  let letScriptCome = () => {};
  const held = new Promise<void>((resolve) => {
    letScriptCome = resolve;
  });
  await slow.route('**/_next/static/**/*.js*', async (route) => {
    await held;
    await route.continue();
  });
  return { page: await slow.newPage(), letScriptCome };
}

/** The first link of the newest mail of this template to this person. */
export async function mailedLink({ page, email }: Person, template: string): Promise<string> {
  let link = '';
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/dev/mailbox?to=${encodeURIComponent(email)}`);
      const { mails } = (await answer.json()) as { mails: { template: string; links: { href: string }[] }[] };
      link = mails.find((mail) => mail.template === template)?.links[0]?.href ?? '';
      return link;
    })
    .not.toBe('');
  const { pathname, search } = new URL(link);
  return pathname + search;
}

/** Signs up in the browser and confirms the address by the mailed link. Ends on `/teams`, or where the page it is on leads. */
export async function signUp(person: Person, arrives?: string): Promise<void> {
  const { page } = person;
  if (!arrives) await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  await page.goto(await mailedLink(person, 'verify-email'));
  await page.getByRole('button', { name: 'Confirm e-mail' }).click();
  await page.waitForURL((url) => url.pathname + url.search === (arrives ?? '/teams'));
}

/** Names a team on the first-run page. Answers its path, `/teams/…`; `then`: the page below it that comes next. */
export async function createTeam({ page }: Person, name: string, then = ''): Promise<string> {
  await page.getByLabel('Team name').fill(name);
  await page.getByRole('button', { name: /^Start / }).click();
  await page.waitForURL((url) => /^\/teams\/[^/]+$/.test(withoutEnd(url, then)));
  return withoutEnd(new URL(page.url()), then);
}

function withoutEnd({ pathname, search }: URL, end: string): string {
  const path = pathname + search;
  return path.endsWith(end) ? path.slice(0, path.length - end.length) : '';
}

export const CARDS = {
  works: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  empty: '4000 0000 0000 9995',
};

/** Fills the local payment page and presses pay. */
export async function payWith(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByRole('button', { name: /^(Pay|Subscribe for) \$/ }).click();
}

/** Paths of a sample person's selfies, the first `count`. */
export function selfies(person: 'fezbot' | 'ali-pazani' | 'team-4', count = 14): string[] {
  const folder = path.join(FIXTURES, 'selfies', person);
  return readdirSync(folder)
    .sort()
    .slice(0, count)
    .map((name) => path.join(folder, name));
}

/** Puts a picture, and words where they are given, into the browser's clipboard: what a screenshot or a text editor leaves there. */
export async function copy({ page, context }: Person, picture: Buffer, words?: string): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    ([png = '', text]) => {
      const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
      const copied: Record<string, Blob> = { 'image/png': new Blob([bytes], { type: 'image/png' }) };
      if (text) copied['text/plain'] = new Blob([text], { type: 'text/plain' });
      return navigator.clipboard.write([new ClipboardItem(copied)]);
    },
    [picture.toString('base64'), words],
  );
}

/**
 * axe finds nothing, and nothing sticks out sideways. The window is made as high as the page for it: a target that a bar at the
 * bottom happens to cover right now is not too small, one can scroll. What was still moving is looked at again.
 */
export async function expectSound(page: Page): Promise<void> {
  const viewport = page.viewportSize();
  await expect(async () => {
    await settled(page);
    if (viewport) await showWhole(page, viewport);
    expect(await violations(page), `axe on ${page.url()}`).toEqual([]);
  }).toPass({ timeout: 30_000 });
  // Not the window's own width: on a phone that grows with what sticks out.
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const overflow = wide - (viewport?.width ?? wide);
  expect(overflow, `sideways overflow on ${page.url()}`).toBeLessThanOrEqual(0);
  if (viewport) await page.setViewportSize(viewport);
}

/** Half faded in, a message has half its contrast. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)))
        .map((one) => one.finished.catch(() => undefined)),
    ),
  );
}

/** Again while the page grows: a wider picture, a list that comes later. A page that is always higher than its window stops it. */
async function showWhole(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  let shown = height;
  for (let times = 0; times < 4; times += 1) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    if (whole <= shown) return;
    await page.setViewportSize({ width, height: whole });
    shown = whole;
  }
}

/** Every balance rebuilt from its entries, inside the running product. */
export async function expectLedgerClean(page: Page): Promise<void> {
  const answer = await page.request.get('/api/dev/verify-ledger');
  expect(((await answer.json()) as { differences: unknown[] }).differences).toEqual([]);
}

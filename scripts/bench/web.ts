/**
 * The product as a browser meets it: how much script each page loads, when the front page is there on a slow phone, how many pages a
 * second are answered beside an empty page of the same framework, and whether lists slow down with what is in them. Needs a build.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { connectPg } from '@/adapters/database/postgres';
import type { Db } from '@/db/types';
import { listGenerations } from '@/features/generation/queries';
import { listMembers } from '@/features/organizations/list-members';
import { chromiumLaunch } from '../../tests/support/chromium';
import { startPostgres } from '../../tests/support/embedded-postgres';
import { startProduct } from '../running-product';
import { startEmptyApp } from './parts/empty-app';
import { makeGallery } from './parts/gallery-world';
import { makeBenchTeam } from './parts/ledger-world';
import { inTurns, median, rate, time } from './parts/measure';
import { measurePaint, scriptWeight } from './parts/page-weight';
import type { Row } from './parts/table';

/** Kilobytes of gzipped script. Source: issue "The face". */
const BUDGETS = { landing: 110, 'sign-in': 130, app: 180 };
/** Milliseconds: what web.dev calls good. */
const GOOD = { largest: 2_500, blocked: 200 };
/** Of a team. */
const APP_PAGES = [
  '',
  '/credits',
  '/credits/statement',
  '/credits/usage',
  '/credits/buy',
  '/members',
  '/headshots',
  '/headshots/new',
  '/billing',
  '/billing/plan',
  '/notices',
  '/settings/api-keys',
];
const CLIENTS = 8;
/** Milliseconds of one turn. */
const TURN = 2_000;
const LOOKS = 5;
const FOLDER = path.resolve('.data/bench-web');
const MANY = { pictures: 10_000, people: 5_000 };
const FEW = { pictures: 100, people: 50 };
const NO_SLOWER = { most: 1.2 };

export async function run(args: string[]): Promise<Row[]> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: 'string', default: '7' }, only: { type: 'string' } },
  });
  const rounds = Number(values.rounds);
  return [
    ...(values.only === 'lists' ? [] : await benchPages(rounds)),
    ...(values.only === 'pages' ? [] : await benchLists(rounds * 10)),
  ];
}

async function benchPages(rounds: number): Promise<Row[]> {
  const empty = await startEmptyApp(path.join(FOLDER, 'empty'));
  const product = await startProduct({ dataDir: path.join(FOLDER, `data-${process.pid}`) });
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const { context, team } = await enterDemo(browser, product.url);
    return [
      ...(await weigh(browser, context, product.url, team)),
      ...(await paint(browser, product.url)),
      ...(await race(context, product.url, team, empty.url, rounds)),
    ];
  } finally {
    await browser.close();
    await product.stop();
    empty.stop();
  }
}

/** The owner of the demo team, who sees the most. */
async function enterDemo(browser: Browser, url: string): Promise<{ context: BrowserContext; team: string }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByRole('button', { name: 'As owner' }).click();
  await page.waitForURL('**/teams/*');
  const team = new URL(page.url()).pathname;
  await page.close();
  return { context, team };
}

async function weigh(browser: Browser, context: BrowserContext, url: string, team: string): Promise<Row[]> {
  const rows: Row[] = [];
  const add = async (who: BrowserContext, place: string, budget: keyof typeof BUDGETS) => {
    const weight = await scriptWeight(who, url + place);
    rows.push({
      what: `script of ${place.replace(team, '/teams/…').replace(/gen_\w+/, '…')}`,
      value: `${weight.toFixed(0)} kB`,
      against: `${BUDGETS[budget]} kB`,
      ratio: weight / BUDGETS[budget],
      aim: { most: 1 },
    });
  };
  const stranger = await browser.newContext();
  await add(stranger, '/', 'landing');
  await add(stranger, '/sign-in', 'sign-in');
  await stranger.close();
  for (const page of APP_PAGES) await add(context, team + page, 'app');
  const picture = await findPicture(context, url + team);
  await add(context, picture, 'app');
  await add(context, `${picture}/edit`, 'app');
  await add(context, '/account', 'app');
  return rows;
}

/** The page of the newest headshots. */
async function findPicture(context: BrowserContext, team: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${team}/headshots`);
  const href = await page.locator('a[href*="/headshots/gen_"]').first().getAttribute('href');
  await page.close();
  return new URL(href ?? '', team).pathname;
}

async function paint(browser: Browser, url: string): Promise<Row[]> {
  const looks = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    looks.push(await measurePaint(context, `${url}/`));
    await context.close();
  }
  const row = (what: string, value: number, good: number): Row => ({
    what: `front page, four times slower: ${what}`,
    value: `${value.toFixed(0)} ms`,
    against: `${good} ms`,
    ratio: value / good,
    aim: { most: 1 },
  });
  return [
    row('largest piece there', median(looks.map(({ largest }) => largest)), GOOD.largest),
    row('blocked', median(looks.map(({ blocked }) => blocked)), GOOD.blocked),
  ];
}

async function race(
  context: BrowserContext,
  url: string,
  team: string,
  empty: string,
  rounds: number,
): Promise<Row[]> {
  const cookie = (await context.cookies(url)).map(({ name, value }) => `${name}=${value}`).join('; ');
  const read = (address: string, headers = {}) =>
    rate(CLIENTS, TURN, async () => {
      const response = await fetch(address, { headers });
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      await response.arrayBuffer();
    });
  const rows: Row[] = [];
  const pages: [string, () => Promise<number>][] = [
    ['front page', () => read(`${url}/`)],
    ['credits page', () => read(`${url}${team}/credits`, { cookie })],
  ];
  for (const [what, visit] of pages) {
    await Promise.all([visit(), read(empty)]);
    const compared = await inTurns(rounds, visit, () => read(empty));
    rows.push({
      what: `${what} a second ÷ an empty page`,
      value: compared.one.toFixed(0),
      against: compared.other.toFixed(0),
      ratio: compared.ratio,
    });
  }
  return rows;
}

/** The statement's pages, with a million transfers, are in `npm run bench -- ledger`. */
async function benchLists(rounds: number): Promise<Row[]> {
  const server = await startPostgres();
  const url = server.url('postgres');
  const setUp = connectPg(url, 2);
  try {
    await setUp.migrate();
    const galleries = [await makeGallery(setUp.db, MANY.pictures), await makeGallery(setUp.db, FEW.pictures)];
    const teams = [await makeBenchTeam(setUp.db, MANY.people), await makeBenchTeam(setUp.db, FEW.people)];
    await setUp.db.execute(sql`vacuum analyze`);
    const [many, few] = galleries;
    const [large, small] = teams.map(({ admin }) => admin);
    if (!many || !few || !large || !small) return [];
    return [
      await compare('gallery, first page: 10,000 pictures ÷ 100', rounds, [many, few], (ctx) =>
        listGenerations(ctx, { limit: 12, favourite: false }),
      ),
      await compare('gallery, favourites only', rounds, [many, few], (ctx) =>
        listGenerations(ctx, { limit: 12, favourite: true }),
      ),
      await compare('members, first page: 5,000 people ÷ 50', rounds, [large, small], (ctx) =>
        listMembers(ctx, { limit: 50 }),
      ),
    ];
  } finally {
    await setUp.close();
    await server.stop();
  }
}

type Reader = { db: Db };

async function compare<C extends Reader>(
  what: string,
  rounds: number,
  [many, few]: [C, C],
  read: (ctx: C) => Promise<unknown>,
): Promise<Row> {
  for (let warm = 0; warm < 5; warm += 1) await Promise.all([read(many), read(few)]);
  const compared = await inTurns(
    rounds,
    () => time(() => read(many)),
    () => time(() => read(few)),
  );
  return {
    what,
    value: `${compared.one.toFixed(2)} ms`,
    against: `${compared.other.toFixed(2)} ms`,
    ratio: compared.ratio,
    aim: NO_SLOWER,
  };
}

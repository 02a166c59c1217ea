/**
 * Screenshots of every page, phone and desktop, light and dark, of a product that lives through the main job: `npm run screens`,
 * or of those whose name fits: `npm run screens -- "^new|^edit"`. They land in `docs/screens/`. Each page is also looked at by axe, and
 * for what sticks out sideways; what is found is printed at the end and is the exit code. `--language de` shows German pages, in
 * `.data/screens/de/`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { LANGUAGE_COOKIE } from '../src/texts/languages';
import { violations } from '../tests/support/axe';
import { chromiumLaunch } from '../tests/support/chromium';
import { mailedLink, signUp, tokenOf } from './demo/people';
import { eventually } from './demo/steps';
import { Visitor } from './demo/visitor';
import { startProduct } from './running-product';
import { shootBilling } from './screens-billing';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string', default: 'en' } },
});
const WANTED = new RegExp(positionals[0] ?? '');
const DATA = path.resolve('.data/screens');
const OUT = values.language === 'en' ? path.resolve('docs/screens') : path.join(DATA, values.language);
const SIZES = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } } as const;

/** WebP, small enough to keep: wide pages at half their width, of the longest the beginning. */
const KEPT = { quality: 50, widest: { 1440: 720, 390: 390 }, highest: 12_000 };

const problems: string[] = [];

rmSync(path.join(DATA, 'server'), { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const product = await startProduct({ dataDir: path.join(DATA, 'server') });
const browser = await chromium.launch(await chromiumLaunch());
try {
  await takeAll(browser, product.url);
} finally {
  await browser.close();
  await product.stop();
}
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  const owner = await signUp(url, 'Maren Vogt', 'maren@acme.example');
  const team = await owner.post<{ id: string; slug: string }>('/api/teams', { name: 'Acme' });
  await shoot(browser, owner, {
    'home-admin-empty': `/teams/${team.slug}`,
    'credits-empty': `/teams/${team.slug}/credits`,
    'headshots-empty': `/teams/${team.slug}/headshots`,
  });
  const order = await owner.post<{ orderId: string; url: string }>('/api/stripe/create-checkout', {
    teamId: team.id,
    pack: 'professional',
  });
  const checkout = new URL(order.url).pathname;
  await shoot(browser, owner, { checkout, 'order-open': `/teams/${team.slug}/credits/buy/${order.orderId}` });
  await owner.post(`/api/dev/checkout/${checkout.split('/').at(-1)}`, {
    number: '4242424242424242',
    expiry: '12/34',
    cvc: '123',
  });
  await eventually(
    'paid',
    () => owner.get<{ balances: { pool: number } }>(`/api/teams/${team.id}/credits/overview`),
    ({ balances }) => balances.pool > 100,
    20,
  );
  const member = new Visitor(url, 'Nora Lindqvist', 'nora@acme.example');
  await owner.post(`/api/teams/${team.id}/invitations`, {
    emails: [member.email, 'jonas@acme.example', 'elif@acme.example'],
    credits: 8,
  });
  const token = tokenOf(await mailedLink(member, 'invitation'));
  await shoot(browser, null, { invitation: `/invitations/${token}` }, url);
  await member.post(`/api/invitations/${token}/accept`, { name: member.name });
  await shoot(browser, member, {
    'home-member-new': `/teams/${team.slug}`,
    consent: `/teams/${team.slug}/headshots/new`,
  });
  const generation = await generate(member, team.id, () =>
    shoot(browser, member, { 'new-photos': `/teams/${team.slug}/headshots/new` }),
  );
  await shoot(browser, member, { progress: `/teams/${team.slug}/headshots/${generation}` });
  await eventually(
    'pictures',
    () => member.get<{ status: string }>(`/api/teams/${team.id}/headshots/${generation}`),
    ({ status }) => status === 'completed',
    120,
  );
  await member.post(`/api/teams/${team.id}/credit-requests`, {
    amount: 4,
    note: 'Two more for the speaker page.',
  });
  await shoot(browser, member, {
    result: `/teams/${team.slug}/headshots/${generation}`,
    edit: `/teams/${team.slug}/headshots/${generation}/edit?picture=1`,
    'new-again': `/teams/${team.slug}/headshots/new`,
    headshots: `/teams/${team.slug}/headshots`,
    'home-member': `/teams/${team.slug}`,
    'credits-member': `/teams/${team.slug}/credits`,
    'statement-member': `/teams/${team.slug}/credits/statement`,
    notices: `/teams/${team.slug}/notices`,
    account: '/account',
    'account-pictures': '/account/pictures',
    'account-notices': '/account/notices',
    'account-tokens': '/account/tokens',
    'account-deletions': '/account/deletions',
    'account-delete': '/account/delete',
  });
  await shoot(browser, owner, {
    'home-admin': `/teams/${team.slug}`,
    credits: `/teams/${team.slug}/credits`,
    'credits-usage': `/teams/${team.slug}/credits/usage`,
    'credits-departments': `/teams/${team.slug}/credits/usage?by=department&range=12m`,
    'credits-person': `/teams/${team.slug}/credits/members/${await walletOf(owner, team.id, member)}`,
    statement: `/teams/${team.slug}/credits/statement`,
    'statement-nothing': `/teams/${team.slug}/credits/statement?kind=disputes`,
    'statement-print': `/teams/${team.slug}/credits/statement/print`,
    buy: `/teams/${team.slug}/credits/buy`,
    'order-paid': `/teams/${team.slug}/credits/buy/${order.orderId}`,
    billing: `/teams/${team.slug}/billing`,
    members: `/teams/${team.slug}/members`,
    settings: `/teams/${team.slug}/settings/api-keys`,
    teams: '/teams?new',
    mailbox: '/dev/mailbox',
    'local-stripe': '/dev/stripe',
  });
  await shootBilling(owner, (pages) => shoot(browser, owner, pages));
  await shoot(
    browser,
    null,
    {
      landing: '/',
      styles: '/styles',
      pricing: '/pricing',
      privacy: '/privacy',
      terms: '/terms',
      security: '/security',
      'sign-in': '/sign-in',
      'sign-up': '/sign-up',
      forgot: '/forgot-password',
      verify: '/verify',
      docs: '/docs',
      offline: '/offline',
      'not-found': '/nothing-here',
      'invitation-used': `/invitations/${token}`,
    },
    url,
  );
}

/** The id under which somebody's wallet has its page. */
async function walletOf(owner: Visitor, team: string, person: Visitor): Promise<string> {
  const { wallets } = await owner.get<{ wallets: { rows: { memberId: string }[] } }>(
    `/api/teams/${team}/credits/overview?search=${encodeURIComponent(person.email)}`,
  );
  return wallets.rows[0]?.memberId ?? '';
}

async function generate(member: Visitor, team: string, beforeStart: () => Promise<void>): Promise<string> {
  const { policy } = await member.get<{ policy: { version: string; textHash: string } }>(
    `/api/teams/${team}/consents`,
  );
  await member.post(`/api/teams/${team}/consents`, {
    policyVersion: policy.version,
    textHash: policy.textHash,
    adult: true,
    ownPhotos: true,
  });
  const folder = path.resolve('tests/fixtures/selfies/fezbot');
  for (const name of [
    ...readdirSync(folder).map((file) => path.join(folder, file)),
    path.resolve('tests/fixtures/photos', firstRejected()),
  ]) {
    const form = new FormData();
    form.set('file', new File([Uint8Array.from(readFileSync(name))], path.basename(name)));
    await member.call('POST', `/api/teams/${team}/uploads`, { form });
  }
  await beforeStart();
  const set = await member.post<{ photoSetId: string }>(`/api/teams/${team}/photo-sets`);
  const { id } = await member.post<{ id: string }>(`/api/teams/${team}/headshots/generate`, {
    photoSetId: set.photoSetId,
    style: 'corporate',
    aspect: '4:5',
    quality: 'standard',
    variations: 4,
  });
  return id;
}

function firstRejected(): string {
  return (
    readdirSync('tests/fixtures/photos').find((name) => /blur/.test(name)) ??
    readdirSync('tests/fixtures/photos')[0] ??
    ''
  );
}

async function shoot(
  browser: Browser,
  visitor: Visitor | null,
  pages: Record<string, string>,
  url = visitor?.baseUrl ?? '',
): Promise<void> {
  const wanted = Object.entries(pages).filter(([name]) => WANTED.test(name));
  if (wanted.length === 0) return;
  for (const width of [1440, 390] as const) {
    const viewport = SIZES[width];
    for (const theme of ['light', 'dark'] as const) {
      const phone = width === 390;
      const context = await browser.newContext({
        viewport,
        colorScheme: theme,
        baseURL: url,
        hasTouch: phone,
        isMobile: phone,
        deviceScaleFactor: phone ? 1.5 : 1,
      });
      if (visitor) await context.addCookies(visitor.cookieList());
      await context.addCookies([{ name: LANGUAGE_COOKIE, value: values.language, url }]);
      const page = await context.newPage();
      for (const [name, to] of wanted) await take(page, to, `${name}-${width}-${theme}`, width);
      await context.close();
    }
  }
}

async function take(page: Page, to: string, name: string, size: keyof typeof SIZES): Promise<void> {
  await page.goto(to, { waitUntil: 'load' });
  await page.waitForTimeout(600);
  await page.evaluate(loadAllPictures);
  if (size === 390) await page.evaluate(letBarsLie);
  const picture = await page.screenshot({ fullPage: true });
  const { width, height } = await sharp(picture).metadata();
  const clip = { left: 0, top: 0, width, height: Math.min(height, KEPT.highest) };
  await sharp(picture)
    .extract(clip)
    .resize({ width: KEPT.widest[size], withoutEnlargement: true })
    .webp({ quality: KEPT.quality })
    .toFile(path.join(OUT, `${name}.webp`));
  // Not the window's own width: on a phone that grows with what sticks out.
  const overflow = (await page.evaluate(() => document.documentElement.scrollWidth)) - SIZES[size].width;
  if (overflow > 0) problems.push(`${name}: ${overflow} px stick out sideways`);
  // As high as the page: a target that a bar at the bottom covers right now is not too small, one can scroll.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...SIZES[size], height: whole });
  for (const problem of await violations(page)) problems.push(`${name}: ${problem}`);
  await page.setViewportSize(SIZES[size]);
}

/** In the page: what sticks to the edges of a phone stands at the ends of the page, or its picture would hide what is below. */
function letBarsLie(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body *'))
    if (getComputedStyle(element).position === 'sticky') element.style.position = 'static';
}

/** In the page: pictures that load when one scrolls to them are there too, or the picture of the page would show grey. */
function loadAllPictures(): Promise<unknown> {
  return Promise.all(
    [...document.images].map((image) => {
      image.loading = 'eager';
      return image.decode().catch(() => undefined);
    }),
  );
}

/** What must not work, tried in a browser: nothing is charged, nothing is lost, and every page says what to do. */
import { expect, type Page, test } from '@playwright/test';
import {
  createTeam,
  expectLedgerClean,
  expectSound,
  mailedLink,
  newPerson,
  signUp,
  slowWindow,
} from './world';

test('other people’s addresses, used links and empty wallets', async ({ browser }) => {
  const owner = await newPerson(browser, 'Priya Raman');
  const stranger = await newPerson(browser, 'Tom Whitaker');
  const guest = await newPerson(browser, 'Elif Demir');
  await signUp(owner);
  const team = await createTeam(owner, 'Northwind');

  await test.step('another team’s pages do not exist', async () => {
    await signUp(stranger);
    await createTeam(stranger, 'Elsewhere');
    for (const path of [
      '',
      '/headshots',
      '/headshots/new',
      '/credits',
      '/credits/buy',
      '/billing',
      '/billing/plan',
      '/billing/report',
      '/members',
      '/notices',
    ]) {
      const answer = await stranger.page.goto(`${team}${path}`);
      expect(answer?.status(), `${team}${path}`).toBe(404);
    }
    await expectSound(stranger.page);
  });

  await test.step('an address that nobody can read has a page, and JSON for programs', async () => {
    const answer = await stranger.page.goto('/teams/%ff');
    expect(answer?.status()).toBe(400);
    await expectSound(stranger.page);
    const told = await stranger.page.request.get('/api/teams/%ff/members');
    expect([told.status(), (await told.json()).error.code]).toEqual([400, 'malformed']);
  });

  await test.step('pages of a team ask a visitor to sign in, and lead back', async () => {
    const visitor = await newPerson(browser, 'Nobody');
    await visitor.page.goto(`${team}/credits`);
    await expect(visitor.page).toHaveURL(/\/sign-in\?next=/);
    await visitor.page.getByLabel('E-mail').fill(owner.email);
    await visitor.page.getByLabel('Password').fill('a wrong password, surely');
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(visitor.page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible();
    await expectSound(visitor.page);
  });

  await test.step('an invitation works once, for its address only', async () => {
    await owner.page.goto(`${team}/members`);
    await owner.page.getByRole('button', { name: 'Invite people' }).first().click();
    await owner.page.getByLabel('E-mail addresses').fill(guest.email);
    await owner.page.getByRole('button', { name: /^Invite 1 person/ }).click();
    const link = await mailedLink(guest, 'invitation');
    await stranger.page.goto(link);
    await expect(stranger.page.getByText(guest.email).first()).toBeVisible();
    await expect(stranger.page.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
    await expectSound(stranger.page);
    await guest.page.goto(link);
    await guest.page.getByLabel('Your name').fill(guest.name);
    await guest.page.getByRole('button', { name: 'Accept and join Northwind' }).click();
    await guest.page.waitForURL(/\/teams\/[^/]+/);
    const second = await newPerson(browser, 'Second Try');
    await second.page.goto(link);
    await expect(second.page.getByText(/accepted already|used already/i).first()).toBeVisible();
    await second.page.goto('/invitations/not-a-token');
    await expect(second.page.getByText('This link does not work')).toBeVisible();
    await expectSound(second.page);
  });

  await test.step('a member without credits is told who can help; admin pages do not exist for them', async () => {
    const { page, letScriptCome } = await slowWindow(browser, guest);
    await page.goto(`${team}/headshots/new`, { waitUntil: 'commit' });
    await page.getByLabel(/18 or older/).check();
    await page.getByLabel(/photos are of me/).check();
    await page.getByRole('button', { name: 'Accept and add photos' }).click();
    letScriptCome();
    await expect(page.getByLabel('Choose photos')).toBeAttached();
    const generate = page.getByRole('button', { name: /^Generate/ }).filter({ visible: true });
    await expect(generate).toBeDisabled();
    await expectSound(page);
    for (const path of ['/billing', '/credits/buy', '/members']) {
      expect((await guest.page.goto(`${team}${path}`))?.status(), path).toBe(404);
    }
    await guest.page.goto(`${team}/credits`);
    await expectSound(guest.page);
  });

  await expectLedgerClean(owner.page);
});

test('public and account pages are sound', async ({ browser }) => {
  const person = await newPerson(browser, 'Jun Ito');
  const { page } = person;
  for (const path of [
    '/',
    '/styles',
    '/pricing',
    '/privacy',
    '/terms',
    '/security',
    '/sign-in',
    '/sign-up',
    '/forgot-password',
    '/verify-email',
    '/dev/mailbox',
    '/dev/stripe',
    '/no-such-page',
  ]) {
    await page.goto(path);
    await expectSound(page);
  }
  await frontPageMoves(page);
  await signUp(person);
  const team = await createTeam(person, 'Kite');
  for (const path of [
    '/teams',
    '/account',
    team,
    `${team}/headshots`,
    `${team}/headshots/new`,
    `${team}/credits`,
    `${team}/members`,
    `${team}/billing`,
    `${team}/notices`,
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expectSound(page);
  }
});

/** The front page runs no React: its own few lines move the pair and the price. */
async function frontPageMoves(page: Page): Promise<void> {
  await page.goto('/');
  const pair = page.getByRole('slider', { name: 'Compare selfie and corporate' });
  await pair.press('ArrowRight');
  await expect(pair).toHaveAttribute('aria-valuetext', /^45% selfie$/i);
  await page.getByRole('slider', { name: 'Size of the order' }).press('End');
  await expect(page.getByText('$5,000', { exact: true })).toBeVisible();
  expect(await page.locator('script[src*="_next"]').count()).toBe(0);
}

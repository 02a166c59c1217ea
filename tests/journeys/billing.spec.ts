/** A team's money from the first custom amount to the invoice: every page of billing, on both sizes. */
import { expect, test } from '@playwright/test';
import {
  CARDS,
  createTeam,
  expectLedgerClean,
  expectSound,
  newPerson,
  type Person,
  payWith,
  signUp,
} from './world';

test('a custom amount, a plan up and down, a refund and an invoice', async ({ browser }) => {
  const owner = await newPerson(browser, 'Dana Reyes');
  await test.step('prices are public, and lead to sign-up', () => pricing(owner));
  await signUp(owner, '/teams?go=buy&credits=200');
  const team = await createTeam(owner, 'Juniper', '/credits/buy?credits=200');

  await test.step('any number of credits', () => buyCustom(owner, team));
  await test.step('a plan starts', () => startPlus(owner, team));
  await test.step('a higher plan charges and brings the difference', () => upgrade(owner, team));
  await test.step('cancelled, and taken back', () => cancelAndResume(owner, team));
  await test.step('unspent credits are refunded to the cent', () => refund(owner, team));
  await test.step('by invoice, made out to the company', () => payByInvoice(owner, team));
  await test.step('the month adds up', () => report(owner, team));
  await expectLedgerClean(owner.page);
});

async function pricing({ page }: Person): Promise<void> {
  await page.goto('/pricing');
  await choose(page, '400', '1 Enterprise pack, $199, costs $1 less and brings 100 more.');
  await expectSound(page);
  await expect(page.getByRole('link', { name: 'Choose Plus' })).toHaveAttribute(
    'href',
    '/sign-up?next=%2Fteams%3Fgo%3Dplan',
  );
  await choose(page, '200', 'four each for 50 people.');
  await page.getByRole('link', { name: 'Buy 200' }).click();
  await page.waitForURL('**/sign-up?next=*');
}

async function buyCustom({ page }: Person, team: string): Promise<void> {
  await expect(page.getByLabel('Number of credits')).toHaveValue('200');
  await choose(page, '150', 'Custom orders start at 151 credits. For fewer, choose a pack.');
  await choose(page, '200', 'Enough for 200 standard pictures: four each for 50 people.');
  await expectSound(page);
  await page.getByRole('button', { name: 'Buy 200 credits for $100' }).click();
  await payHere(page, team);
  await expect(page.getByRole('heading', { name: '200 credits added' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Invite people' })).toBeVisible();
  await expectSound(page);
}

async function startPlus({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing/plan`);
  await expectSound(page);
  await page.getByRole('button', { name: 'Start Plus for $9.99 a month' }).click();
  await payHere(page, team);
  await expect(page.getByRole('heading', { name: 'Plus plan started' })).toBeVisible();
  await expect(page.getByText('223', { exact: true }).first()).toBeVisible();
}

async function upgrade({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing/plan`);
  await page.getByRole('button', { name: 'Upgrade to Pro' }).click();
  const pay = page.getByRole('button', { name: /^Upgrade and pay \$\d/ });
  await expect(pay).toBeEnabled();
  await expectSound(page);
  await pay.click();
  await expect(page.getByRole('button', { name: 'Change to Plus' })).toBeVisible();
  await page.goto(`${team}/billing`);
  await expect(page.getByText(/^Upgrade to Pro plan/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Plan' })).toContainText(
    '60 credits with every monthly payment',
  );
  await expectSound(page);
}

async function cancelAndResume({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing`);
  const plan = page.getByRole('region', { name: 'Plan' });
  await plan.getByRole('button', { name: 'Cancel plan' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Cancel Pro' }).click();
  await expect(plan).toContainText('You will not be charged again, and your credits stay.');
  await plan.getByRole('button', { name: 'Resume Pro' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Resume Pro' }).click();
  await expect(plan.getByRole('button', { name: 'Cancel plan' })).toBeVisible();
}

async function refund({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing`);
  await page.getByRole('link', { name: 'Custom pack, 200 credits' }).click();
  await page.getByRole('button', { name: 'Ask for a refund' }).click();
  await page.getByLabel('Credits to give back', { exact: true }).fill('50');
  await page.getByLabel('Why?').fill('Fewer people than planned');
  await expectSound(page);
  await page.getByRole('button', { name: 'Refund $25 for 50 credits' }).click();
  await expect(page.getByText('Partly refunded')).toBeVisible();
  await expect(page.getByText('“Fewer people than planned”', { exact: false })).toBeVisible();
  await expectSound(page);
}

async function payByInvoice({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing`);
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByLabel('Company').fill('Juniper GmbH');
  await page.getByLabel('Street and number').fill('Hauptstr. 1');
  await page.getByLabel('Country').selectOption('DE');
  await expectSound(page);
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByRole('region', { name: 'Invoice details' })).toContainText('Juniper GmbH');
  await page.goto(`${team}/credits/buy`);
  await page
    .getByRole('region', { name: 'Enterprise' })
    .getByRole('button', { name: 'Pay by invoice' })
    .click();
  await page.getByLabel(/^Purchase order/).fill('PO-4711');
  await expect(page.getByRole('dialog')).toContainText('Juniper GmbH');
  await expectSound(page);
  await page.getByRole('button', { name: 'Send invoice for $199' }).click();
  await expect(page.getByRole('heading', { name: 'Invoice sent' })).toBeVisible();
  await expect(page.getByText('PO-4711')).toBeVisible();
  await expectSound(page);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: /^Open the invoice/ }).click();
  const invoice = await opened;
  await invoice.waitForLoadState();
  await expect(async () => {
    const transfer = invoice.getByRole('button', { name: 'A bank transfer arrives' });
    if (await transfer.isVisible()) await transfer.click();
    await expect(invoice.getByText('$199 paid')).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await invoice.close();
  await expect(page.getByRole('heading', { name: '500 credits added' })).toBeVisible();
}

async function report({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing/report`);
  const credits = page.getByRole('region', { name: 'Credits' });
  await expect(credits).toContainText('Adds up');
  await expect(page.getByRole('region', { name: 'Money' })).toContainText('−$25');
  await expectSound(page);
}

/** Types a number of credits and waits for what the page says of it; what is typed before the page listens is typed again. */
async function choose(page: Person['page'], credits: string, says: string): Promise<void> {
  await expect(async () => {
    await page.getByLabel('Number of credits').fill(credits);
    await expect(page.getByText(says)).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Pays on the local payment page and comes back. */
async function payHere(page: Person['page'], team: string): Promise<void> {
  await page.waitForURL('**/dev/checkout/**');
  await payWith(page, CARDS.works);
  await page.waitForURL(new RegExp(`${team}/(credits/buy|billing/plan)/`));
}

/** Credits handed out, asked for and accounted for, by an admin and a member who watch the same balances. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import {
  createTeam,
  expectLedgerClean,
  expectSound,
  mailedLink,
  newPerson,
  type Person,
  productUrl,
  signUp,
} from './world';

const run = promisify(execFile);

test('an admin hands out, a member asks, the statement tells', async ({ browser }) => {
  const owner = await newPerson(browser, 'Maren Vogt');
  const guest = await newPerson(browser, 'Nora Lindqvist');
  await signUp(owner);
  const team = await createTeam(owner, 'Marlow');
  await join(owner, guest, team);

  await test.step('auto-distribute shows who gets what before anything moves', () => distribute(owner, team));
  await test.step('a member asks; the admin’s open page shows it and one press answers', () =>
    askAndApprove(owner, guest, team));
  await test.step('chosen people get the same, and give it back', () => giveToChosen(owner));
  await test.step('the statement is filtered by its address and printed whole', () =>
    readStatement(owner, team));
  await test.step('a key is made, and the script of the docs works with it', () => useKey(owner, team));
  await test.step('usage, one person’s page, departments', () => lookAtPeople(owner, guest, team));
  await expectLedgerClean(owner.page);
});

async function join(owner: Person, guest: Person, team: string): Promise<void> {
  const answer = await owner.page.request.post(`/api${team}/invitations`, {
    data: { emails: [guest.email], credits: 0 },
    headers: { origin: new URL(owner.page.url()).origin },
  });
  expect(answer.ok()).toBe(true);
  await guest.page.goto(await mailedLink(guest, 'invitation'));
  await guest.page.getByLabel('Your name').fill(guest.name);
  await guest.page.getByRole('button', { name: 'Accept and join Marlow' }).click();
  await guest.page.waitForURL(/\/teams\/[^/]+/);
}

async function distribute({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/credits`);
  await expectSound(page);
  await page.getByRole('button', { name: 'Auto-distribute' }).click();
  const dialog = page.getByRole('dialog', { name: 'Auto-distribute' });
  await expect(dialog.getByRole('button', { name: 'Give 2 credits to 2 people' })).toBeEnabled();
  await expect(dialog.getByText('Nora Lindqvist')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Top up to' }).check({ force: true });
  await expect(dialog.getByText('The pool has 3 credits free', { exact: false })).toBeVisible();
  await expectSound(page);
  await dialog.getByRole('spinbutton').fill('1');
  await dialog.getByRole('button', { name: 'Give 2 credits to 2 people' }).click();
  await expect(page.getByText('2 credits given to 2 people.')).toBeVisible();
  await expect(page.getByLabel('Balances')).toContainText('3 in = 1 pool + 2 wallets');
}

async function askAndApprove(owner: Person, guest: Person, team: string): Promise<void> {
  await guest.page.goto(`${team}/credits`);
  await guest.page.getByRole('button', { name: 'Ask for credits' }).click();
  await guest.page.getByRole('dialog').getByRole('spinbutton').fill('1');
  await guest.page.getByLabel('What for').fill('One more for the speaker page.');
  await expectSound(guest.page);
  await guest.page.getByRole('button', { name: 'Ask for 1 credit' }).click();
  await expect(guest.page.getByText('You asked for')).toBeVisible();

  const request = owner.page.getByRole('region', { name: 'Credit requests' });
  await expect(request).toContainText('“One more for the speaker page.”');
  await owner.page.emulateMedia({ colorScheme: 'dark' });
  await expectSound(owner.page);
  await owner.page.emulateMedia({ colorScheme: 'light' });
  await request.getByRole('button', { name: `Give 1 to ${guest.name}` }).click();
  await expect(owner.page.getByText(`1 credit given to ${guest.name}.`)).toBeVisible();
  await expect(request).toHaveCount(0);

  await expect(guest.page.getByLabel('My wallet')).toContainText('2 credits');
  await expect(guest.page.getByLabel('Ask for credits')).toContainText('Given');
  await expectSound(guest.page);
}

async function giveToChosen({ page }: Person): Promise<void> {
  await page.getByLabel('Choose Nora Lindqvist').check();
  const bar = page.getByRole('region', { name: 'Chosen people' });
  await expect(bar).toContainText('The pool has 0, 5 short.');
  await bar.getByRole('button', { name: 'Reclaim 2' }).click();
  await page.getByRole('button', { name: 'Reclaim 2 credits' }).click();
  await expect(page.getByText('2 credits reclaimed from 1 person.')).toBeVisible();
  await page.getByLabel('Choose Nora Lindqvist').check();
  await bar.getByRole('spinbutton').fill('2');
  await expectSound(page);
  await bar.getByRole('button', { name: 'Give 2 to 1 person' }).click();
  await expect(page.getByText('2 credits given to 1 person.')).toBeVisible();
}

async function readStatement({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/credits/statement`);
  const rows = page.getByRole('table', { name: 'Pool statement' }).getByRole('row');
  await expect(rows).toHaveCount(7);
  const filters = page.getByRole('button', { name: 'Filters' });
  if (await filters.isVisible()) await filters.click();
  await page.getByLabel('Type').selectOption({ label: 'Given' });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/kind=given/);
  await expect(rows).toHaveCount(5);
  await expectSound(page);
  const csv = await page.getByRole('link', { name: 'Statement as CSV' }).getAttribute('href');
  const file = await (await page.request.get(csv ?? '')).text();
  expect(file.trim().split('\r\n')).toHaveLength(5);
  await page.getByRole('link', { name: 'Print' }).click();
  await expect(page.getByRole('heading', { name: 'Statement of credits' })).toBeVisible();
  await expect(page.getByText('Shown: Given.', { exact: false })).toBeVisible();
  await expectSound(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
}

async function useKey({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/settings/api-keys`);
  await expectSound(page);
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Books');
  for (const may of ['See members and invitations', 'See balances', 'Give and take back credits'])
    await dialog.getByLabel(may).check();
  await expectSound(page);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const secret = await dialog.getByLabel('Secret').inputValue();
  await expectSound(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const env = { HEADCRAFT_URL: productUrl(), HEADCRAFT_KEY: secret, HEADCRAFT_TEAM: team.split('/').at(-1) };
  const script = ['--import', 'tsx', 'scripts/api-example.ts'];
  const { stdout } = await run(process.execPath, script, { env: { ...process.env, ...env } });
  expect(stdout).toContain('Nora Lindqvist: 2 credits');
  expect(stdout).toContain('→');
  await page.reload();
  await expect(page.getByText('last used')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke Books' }).click();
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await expect(page.getByText('Books is revoked.')).toBeVisible();
  await page.goto('/docs');
  await expectSound(page);
}

async function lookAtPeople({ page }: Person, guest: Person, team: string): Promise<void> {
  await page.goto(`${team}/members`);
  await page.getByRole('button', { name: `Department of ${guest.name}: none. Set` }).click();
  await page.getByRole('dialog').getByLabel('Department').fill('Design');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`${guest.name} is in Design now.`)).toBeVisible();
  await page.locator('select[name=department]').selectOption('Design');
  await page.waitForURL(/department=Design/);
  await expectSound(page);
  await page.goto(`${team}/credits/usage?by=department&range=90d`);
  await expect(page.getByRole('table', { name: /^Usage by department/ })).toContainText('Design');
  await expectSound(page);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: guest.name }).click();
  await expect(page.getByRole('heading', { name: guest.name })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Statement' })).toContainText('From the team pool');
  await expectSound(page);
}

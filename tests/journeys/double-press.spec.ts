/** Every button that moves money or credits, pressed twice in one frame: one request, one effect. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  CARDS,
  createTeam,
  expectLedgerClean,
  mailedLink,
  newPerson,
  type Person,
  payWith,
  signUp,
} from './world';

test('two presses are one', async ({ browser }) => {
  const owner = await newPerson(browser, 'Maren Vogt');
  const guest = await newPerson(browser, 'Nora Lindqvist');
  await signUp(owner);
  const team = await createTeam(owner, 'Twice');
  await join(owner, guest, team);

  await test.step('a pack, a plan, its change, its end', () => buy(owner, team));
  await test.step('an invoice, its details, the notice at a low balance', () => settings(owner, team));
  await test.step('credits given, taken back, moved, shared out', () => handOut(owner, guest, team));
  await test.step('asked for, withdrawn, declined, given', () => request(owner, guest, team));
  await test.step('a refund', () => refund(owner, team));
  await expectLedgerClean(owner.page);
});

/** Presses twice before the page can draw again, and counts what is sent to the server until `done`. */
async function pressTwice(page: Page, button: Locator, done: () => Promise<unknown>): Promise<void> {
  let sent = 0;
  const count = (asked: { method(): string; headers(): Record<string, string> }) => {
    if (asked.method() === 'POST' && asked.headers()['next-action']) sent += 1;
  };
  await expect(button).toBeEnabled();
  page.on('request', count);
  await button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
  await done();
  page.off('request', count);
  expect(sent, `requests of ${await button.toString()}`).toBe(1);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

async function join(owner: Person, guest: Person, team: string): Promise<void> {
  await owner.page.request.post(`/api${team}/invitations`, {
    data: { emails: [guest.email], credits: 0 },
    headers: { origin: new URL(owner.page.url()).origin },
  });
  await guest.page.goto(await mailedLink(guest, 'invitation'));
  await guest.page.getByLabel('Your name').fill(guest.name);
  await guest.page.getByRole('button', { name: 'Accept and join Twice' }).click();
  await guest.page.waitForURL(/\/teams\/[^/]+/);
}

async function payHere(page: Page, team: string): Promise<void> {
  await page.waitForURL('**/dev/checkout/**');
  await payWith(page, CARDS.works);
  await page.waitForURL(new RegExp(`${team}/(credits/buy|billing/plan)/`));
}

async function buy({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/credits/buy`);
  await pressTwice(page, button(page, 'Buy 150 credits for $79'), () =>
    page.waitForURL('**/dev/checkout/**'),
  );
  await payHere(page, team);
  await expect(page.getByRole('heading', { name: '150 credits added' })).toBeVisible();

  await page.goto(`${team}/billing/plan`);
  await pressTwice(page, button(page, 'Start Plus for $9.99 a month'), () =>
    page.waitForURL('**/dev/checkout/**'),
  );
  await payHere(page, team);
  await expect(page.getByRole('heading', { name: 'Plus plan started' })).toBeVisible();
  await page.goto(`${team}/billing/plan`);
  await button(page, 'Upgrade to Pro').click();
  await pressTwice(page, button(page, /^Upgrade and pay/), () =>
    expect(button(page, 'Change to Plus')).toBeVisible(),
  );

  await page.goto(`${team}/billing`);
  const plan = page.getByRole('region', { name: 'Plan' });
  await button(page, 'Cancel plan').click();
  await pressTwice(page, button(page, 'Cancel Pro'), () =>
    expect(plan.getByRole('button', { name: 'Resume Pro' })).toBeVisible(),
  );
  await plan.getByRole('button', { name: 'Resume Pro' }).click();
  await pressTwice(page, page.getByRole('alertdialog').getByRole('button', { name: 'Resume Pro' }), () =>
    expect(plan.getByRole('button', { name: 'Cancel plan' })).toBeVisible(),
  );
  await expect(page.getByRole('table', { name: 'Payments, US dollars' }).getByRole('row')).toHaveCount(4);
  await pressTwice(page, button(page, 'Open Stripe'), () => page.waitForURL('**/dev/portal/**'));
}

async function settings({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing`);
  await button(page, 'Edit details').click();
  await page.getByLabel('Company').fill('Twice GmbH');
  await pressTwice(page, button(page, 'Save details'), () =>
    expect(page.getByText('Invoice details saved.')).toBeVisible(),
  );
  await page.getByRole('region', { name: 'When credits run low' }).getByRole('button').click();
  await page.getByLabel('Tell them below this many credits').fill('7');
  await pressTwice(page, button(page, 'Save'), () =>
    expect(page.getByText('A notice is sent below 7 credits.')).toBeVisible(),
  );

  await page.goto(`${team}/credits/buy`);
  await button(page, 'Pay by invoice').first().click();
  await pressTwice(page, button(page, 'Send invoice for $199'), () =>
    expect(page.getByRole('heading', { name: 'Invoice sent' })).toBeVisible(),
  );
  await button(page, 'Cancel the invoice').click();
  const really = page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the invoice' });
  await pressTwice(page, really, () =>
    expect(page.getByRole('heading', { name: 'Invoice cancelled' })).toBeVisible(),
  );
}

/** The pool has 213: 3 free, 150 bought, 60 with Pro. */
async function handOut({ page }: Person, guest: Person, team: string): Promise<void> {
  await page.goto(`${team}/credits`);
  const says = (text: string) => expect(page.getByText(text)).toBeVisible();
  const balances = page.getByLabel('Balances');
  await button(page, `Give credits to ${guest.name}`).click();
  await pressTwice(page, button(page, 'Give 10'), () => says(`10 credits given to ${guest.name}.`));
  await expect(balances).toContainText('213 in = 203 pool + 10 wallets');
  await page.getByRole('link', { name: guest.name, exact: true }).click();
  await button(page, `Move credits of ${guest.name}`).click();
  await page.getByLabel('Credits to move', { exact: true }).fill('4');
  await pressTwice(page, button(page, /^Move 4 credits to/), () => says('4 credits moved to Maren Vogt.'));
  await button(page, `Reclaim credits from ${guest.name}`).click();
  await pressTwice(page, button(page, 'Reclaim 6'), () => says(`6 credits reclaimed from ${guest.name}.`));

  await page.goto(`${team}/credits`);
  await expect(balances).toContainText('213 in = 209 pool + 4 wallets');
  await page.getByLabel(`Choose ${guest.name}`).check();
  await pressTwice(page, button(page, 'Give 5 to 1 person'), () => says('5 credits given to 1 person.'));
  await page.getByLabel(`Choose ${guest.name}`).check();
  await button(page, 'Reclaim 5').click();
  await pressTwice(page, button(page, 'Reclaim 5 credits'), () => says('5 credits reclaimed from 1 person.'));
  await button(page, 'Auto-distribute').click();
  await page.getByLabel('Credits to split', { exact: true }).fill('20');
  await pressTwice(page, button(page, 'Give 20 credits to 2 people'), () =>
    says('20 credits given to 2 people.'),
  );
  await expect(balances).toContainText('213 in = 189 pool + 24 wallets');
}

async function request(owner: Person, guest: Person, team: string): Promise<void> {
  const { page } = guest;
  const ask = async () => {
    await button(page, 'Ask for credits').click();
    await pressTwice(page, button(page, 'Ask for 5 credits'), () =>
      expect(button(page, 'Withdraw')).toBeVisible(),
    );
  };
  await page.goto(`${team}/credits`);
  await ask();
  await pressTwice(page, button(page, 'Withdraw'), () =>
    expect(button(page, 'Ask for credits')).toBeVisible(),
  );
  await ask();
  await owner.page.goto(`${team}/credits`);
  const requests = owner.page.getByRole('region', { name: 'Credit requests' });
  await button(owner.page, `Decline ${guest.name}’s request`).click();
  await owner.page.getByLabel('Reason').fill('Next month.');
  await pressTwice(owner.page, button(owner.page, 'Decline'), () => expect(requests).toHaveCount(0));
  await ask();
  await pressTwice(owner.page, button(owner.page, `Give 5 to ${guest.name}`), () =>
    expect(owner.page.getByText(`5 credits given to ${guest.name}.`)).toBeVisible(),
  );
  await expect(owner.page.getByLabel('Balances')).toContainText('213 in = 184 pool + 29 wallets');
}

async function refund({ page }: Person, team: string): Promise<void> {
  await page.goto(`${team}/billing`);
  await page.getByRole('link', { name: 'Professional pack' }).click();
  await button(page, 'Ask for a refund').click();
  await page.getByLabel('Credits to give back', { exact: true }).fill('10');
  await page.getByLabel('Why?').fill('Fewer people than planned');
  await pressTwice(page, button(page, /^Refund \$5\.\d\d for 10 credits$/), () =>
    expect(page.getByText('Partly refunded')).toBeVisible(),
  );
  await expect(page.getByText('Refund requested')).toHaveCount(1);
}

/** Every way into an account: a passkey by its button and from the e-mail field, a code after the password, a backup code. */
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { appCode } from '../support/authenticator';
import { expectSound, newPerson, PASSWORD, type Person, signUp } from './world';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

test('passkeys, two-step sign-in and devices', async ({ browser }) => {
  const nora = await newPerson(browser, 'Nora Lindqvist');
  await signUp(nora);
  await nora.page.goto('/account');
  await test.step('a passkey signs in, pressed or picked', () => passkeys(nora));
  await test.step('a code after the password', () => twoStep(nora));
  await test.step('what to be told', () => notices(nora));
  await test.step('in German, and back', () => german(nora));
  await test.step('through another service', async () => otherService(await newPerson(browser, 'Ida')));
});

async function passkeys({ page, context }: Person): Promise<void> {
  await addDevice(await context.newCDPSession(page));
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('Passkey added.')).toBeVisible();
  await page.getByRole('button', { name: /^Rename / }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Desk');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Desk', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('This device has a passkey for your account already.')).toBeVisible();
  await bothSizes(page);
  await context.clearCookies();
  // The device answers by itself, as if its person had picked the passkey from the e-mail field's list.
  await page.goto('/sign-in?next=/account');
  await atAccount(page);
  await context.clearCookies();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window.PublicKeyCredential, 'isConditionalMediationAvailable');
  });
  await page.goto('/sign-in?next=/account');
  await bothSizes(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await atAccount(page);
  await page.getByRole('button', { name: 'Remove Desk' }).click();
  await page.getByRole('button', { name: 'Remove the passkey' }).click();
  await expect(page.getByText('Passkey removed.')).toBeVisible();
}

/** By its path: the sign-in page's address ends alike. */
function atAccount(page: Page): Promise<void> {
  return page.waitForURL(({ pathname }) => pathname === '/account');
}

async function addDevice(cdp: CDPSession): Promise<void> {
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function twoStep({ page, context, email }: Person): Promise<void> {
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const secret = (await page.locator('p.font-mono').innerText()).replace(/\s/g, '');
  await bothSizes(page);
  await page.getByLabel('Code in the app').fill('000000');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('This code is wrong or was used already.')).toBeVisible();
  await page.getByLabel('Code in the app').fill(appCode(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  const codes = page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const first = await codes.first().innerText();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download', exact: true }).click();
  expect((await download).suggestedFilename()).toBe('headcraft-backup-codes.txt');
  await page.getByRole('button', { name: 'I have saved them' }).click();
  await expect(page.getByText('You have 10 backup codes left.')).toBeVisible();
  await context.clearCookies();
  await page.goto('/sign-in?next=/account');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await bothSizes(page);
  await page.getByLabel('Code').fill('000001');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('This code is wrong or was used already.')).toBeVisible();
  await page.getByRole('link', { name: 'Use a backup code' }).click();
  await page.getByLabel('Backup code').fill(first);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await atAccount(page);
  await expect(page.getByText('You have 9 backup codes left.')).toBeVisible();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByLabel('Your password, or a code from the app').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
}

async function notices({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: 'My pictures' }).click();
  await expect(page.getByText('No pictures yet')).toBeVisible();
  await bothSizes(page);
  await page.getByRole('link', { name: 'Notices and mails' }).click();
  const byMail = page.getByRole('checkbox', { name: 'My pictures: by mail' });
  await byMail.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await bothSizes(page);
  await page.reload();
  await expect(byMail).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'My pictures: in the app' })).toBeChecked();
}

/** The stand-in signs everybody in as the same person: the first time is signing up. */
async function otherService({ page, context }: Person): Promise<void> {
  await page.goto('/sign-up?next=/account');
  await bothSizes(page);
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await atAccount(page);
  await expect(page.getByRole('button', { name: 'Unlink Google' })).toBeVisible();
  await bothSizes(page);
  // From now on every page goes through it, also the way back from the service.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await context.clearCookies();
  await page.goto('/sign-in?next=/account');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await atAccount(page);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Unlink Google' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unlink Google' }).click();
  await expect(page.getByText('Without Google only a link by e-mail would open your account.')).toBeVisible();
}

async function bothSizes(page: Page): Promise<void> {
  await expectSound(page);
  await page.setViewportSize(PHONE);
  await expectSound(page);
  await page.setViewportSize(DESK);
}

/** Chosen on the account page: pages, refusals and mails follow. Public pages have an address of their own for each language. */
async function german(nora: Person): Promise<void> {
  const { page, context } = nora;
  await page.goto('/account');
  await page.getByLabel('Language').selectOption('de');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: 'Meine Teams' })).toBeVisible();
  await bothSizes(page);
  await context.clearCookies();
  await page.goto('/de/pricing');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zahle für Bilder, nicht für Plätze.');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/de\/pricing$/);
  await bothSizes(page);
  await page.goto('/sign-in');
  await page.getByLabel('E-Mail').fill(nora.email);
  await page.getByLabel('Passwort').fill('falsch-geraten');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByText('E-Mail oder Passwort ist falsch.')).toBeVisible();
  await page.goto('/forgot-password');
  await page.getByLabel('E-Mail').fill(nora.email);
  await page.getByRole('button', { name: 'Link senden' }).click();
  await expect(page.getByText('Sieh in deine E-Mails')).toBeVisible();
  await page.goto('/dev/mailbox');
  await expect(page.getByText('Wähle ein neues Passwort für headcraft').first()).toBeVisible();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

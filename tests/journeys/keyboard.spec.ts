/** The main job of a person without a mouse: every press is a key, and at every stop one sees where the focus is. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { newPerson, PASSWORD, selfies, signUp } from './world';

/** More presses of Tab than any page has stops. */
const STOPS = 120;

test('from sign-in to a downloaded headshot with the keyboard alone', async ({ browser }) => {
  const nora = await newPerson(browser, 'Nora Lindqvist');
  const { page, context } = nora;
  await signUp(nora);
  await page.getByRole('button', { name: 'Just me' }).click();
  await page.waitForURL(/\/teams\/[^/]+$/);
  await context.clearCookies();
  await page.goto('/sign-in');

  await test.step('signs in', async () => {
    await tabTo(page, page.getByLabel('E-mail'));
    await page.keyboard.type(nora.email);
    await tabTo(page, page.getByLabel('Password'));
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/teams\/[^/]+$/);
  });

  await test.step('agrees', async () => {
    await press(page, page.getByRole('navigation').getByRole('link', { name: 'Headshots' }));
    await press(page, page.getByRole('link', { name: 'Make your first headshots' }));
    await press(page, page.getByRole('checkbox').first(), 'Space');
    await press(page, page.getByRole('checkbox').nth(1), 'Space');
    await press(page, page.getByRole('button', { name: 'Accept and add photos' }));
  });

  await test.step('adds selfies', async () => {
    await tabTo(page, page.getByRole('button', { name: /^Add 6–14 selfies/ }));
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(selfies('fezbot', 6));
    await expect(generateButton(page)).toBeEnabled({ timeout: 120_000 });
  });

  await test.step('chooses and starts', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'Corporate' }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'LinkedIn' })).toBeChecked();
    await press(page, generateButton(page));
    await page.waitForURL(/\/headshots\/gen_/);
    await expect(page.getByRole('link', { name: /^Download picture 1/ }).first()).toBeVisible({
      timeout: 120_000,
    });
  });

  await test.step('looks closely and takes it along', async () => {
    const closer = page.getByRole('button', { name: 'Look closer' });
    await press(page, closer);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(closer).toBeFocused();
    await tabTo(page, page.getByRole('link', { name: /^Download picture 1/ }).first());
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.jpg$/);
  });

  await test.step('signs out', async () => {
    await press(page, page.getByRole('button', { name: 'Nora Lindqvist', exact: true }));
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sign-in/);
  });
});

function generateButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Generate/ }).filter({ visible: true });
}

/** Tab until this has the focus, and shows it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
  expect(await target.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

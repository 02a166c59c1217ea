/**
 * `npm run cards`: the pictures that shared links show, one a public page, set in the product's own type and drawn by the browser
 * that the tests use. They land beside their pages as `opengraph-image.jpg` with what they say in `opengraph-image.alt.txt`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../tests/support/chromium';
import { CARDS } from './cards/cards';
import { cardHtml } from './cards/sheet';

/** What networks crop to, in px. */
const SIZE = { width: 1200, height: 630 };

const SITE = path.resolve('src/app/(site)');

const browser = await chromium.launch(await chromiumLaunch());
try {
  const page = await browser.newPage({ viewport: SIZE });
  for (const card of CARDS) {
    await page.setContent(cardHtml(card), { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const picture = await page.screenshot({ type: 'jpeg', quality: 86 });
    for (const folder of card.folders) {
      writeFileSync(path.join(SITE, folder, 'opengraph-image.jpg'), picture);
      writeFileSync(path.join(SITE, folder, 'opengraph-image.alt.txt'), `${card.alt}\n`);
    }
  }
} finally {
  await browser.close();
}

import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on a page, as `rule: where`. In its legacy mode, which knows no frames of other origins (there are none) and opens no second page. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    // Spares the addresses of everything that is right: a third of the time.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Every public page is in the sitemap, may be indexed and has a picture for shared links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PUBLIC_PATHS } from '@/app/(site)/_site/links';

const SITE = path.resolve('src/app/(site)');
const pages = readdirSync(SITE).filter((folder) => existsSync(path.join(SITE, folder, 'page.tsx')));
/** Public pages without the framework's script. The sign-in page is one, too, and not for search engines. */
const documents = readdirSync('src/pages')
  .filter((file) => !file.startsWith('_') && file !== 'sign-in.tsx')
  .map((file) => file.replace(/^index\.tsx$|\.tsx$/, ''));

test('the sitemap has every public page, and no other', () => {
  expect([...PUBLIC_PATHS].sort()).toEqual([...documents, ...pages].map((folder) => `/${folder}`).sort());
});

test.each(pages)('%s names its address and has its picture', (folder) => {
  const page = readFileSync(path.join(SITE, folder, 'page.tsx'), 'utf8');
  expect(page).toContain(`'/${folder}'`);
  for (const file of ['opengraph-image.jpg', 'opengraph-image.alt.txt'])
    expect(existsSync(path.join(SITE, folder, file)), file).toBe(true);
});

test.each(documents)('the document /%s has its picture where its head says', (folder) => {
  for (const file of ['opengraph-image.jpg', 'opengraph-image.alt.txt'])
    expect(existsSync(path.join('src/app', folder, file)), file).toBe(true);
});

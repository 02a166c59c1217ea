import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/env';
import { addressesOf } from './(site)/_site/languages-of-page';
import { PUBLIC_PATHS } from './(site)/_site/links';

/** The public pages, under the address that this installation has now: the same build runs anywhere. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const { appUrl } = env();
  return PUBLIC_PATHS.map((path) => ({
    url: new URL(path, appUrl).href,
    // The reference of the API has one language.
    ...(path === '/docs' ? {} : { alternates: { languages: absolute(addressesOf(path), appUrl) } }),
  }));
}

function absolute(addresses: Record<string, string>, appUrl: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(addresses).map(([language, path]) => [language, new URL(path, appUrl).href]),
  );
}

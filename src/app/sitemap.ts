import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/env';
import { PUBLIC_PATHS } from './(site)/_site/links';

/** The public pages, under the address that this installation has now: the same build runs anywhere. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  return PUBLIC_PATHS.map((path) => ({ url: new URL(path, env().appUrl).href }));
}

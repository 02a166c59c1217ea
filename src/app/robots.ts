import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { env } from '@/env';

/** Pages say themselves whether they want to be indexed, and must be read for that; the API has none. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/api/' },
    sitemap: new URL('/sitemap.xml', env().appUrl).href,
  };
}

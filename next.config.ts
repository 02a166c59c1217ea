import type { NextConfig } from 'next';

// Kept in the environment, because a build reads this file in more than one process.
process.env.HEADCRAFT_BUILD ??= Date.now().toString(36);

const config: NextConfig = {
  /** Names the build, to its service worker. */
  env: { HEADCRAFT_BUILD: process.env.HEADCRAFT_BUILD },
  // Native addons, WebAssembly and packages that find their files by path must not be bundled.
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg-boss',
    'pg',
    'onnxruntime-node',
    'sharp',
    '@litertjs/core',
    'heic-decode',
    'pino',
    'ws',
    // One copy for pages, routes and jobs, which share one client: its errors are told apart by their class.
    'stripe',
    'better-auth',
  ],
  outputFileTracingExcludes: { '*': ['.data/**'] },
  // `npm run check` checks types, once, for everything; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // The paths that `middleware.ts` leaves out.
  headers: async () =>
    ['/api/teams/:team/uploads', '/api/phone/photos'].map((source) => ({
      source,
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    })),
  experimental: { serverActions: { bodySizeLimit: '1mb' }, globalNotFound: true },
};

export default config;

import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ThemeProvider } from '@/components/shell/theme-provider';
import { env } from '@/env';
import './globals.css';

// Only ids and keys are set in it: not worth loading ahead of the page, as the package's own export would.
const geistMono = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
});

// Fraunces, cut down from all axes (121 kB) to the one we use: optical size, at weight 400 and softness 50 (34 kB).
const fraunces = localFont({
  src: '../components/brand/fonts/fraunces-display.woff2',
  variable: '--font-fraunces',
  weight: '400',
  adjustFontFallback: 'Times New Roman',
});

export function generateMetadata(): Metadata {
  return {
    // Read per request: the same build runs under any address.
    metadataBase: new URL(env().appUrl),
    // Only what says otherwise is for search engines: the public pages.
    robots: { index: false, follow: false },
    title: { default: 'headcraft: team headshots without the photographer', template: '%s · headcraft' },
    description:
      'Everyone uploads 6–14 selfies, the team pays from one pool of credits, and a picture that does not look like you costs nothing.',
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#100e0c' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The theme script sets `data-theme` before React arrives, hence the suppressed warning.
    <html
      lang="en"
      suppressHydrationWarning
      className={`${GeistSans.variable} ${geistMono.variable} ${fraunces.variable}`}
    >
      <body>
        <ThemeProvider nonce={nonce}>{children}</ThemeProvider>
      </body>
    </html>
  );
}

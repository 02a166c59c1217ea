import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { fontVariables } from '@/components/brand/fonts';
import { ThemeProvider } from '@/components/shell/theme-provider';
import { env } from '@/env';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return {
    // Read per request: the same build runs under any address.
    metadataBase: new URL(env().appUrl),
    // Only what says otherwise is for search engines: the public pages.
    robots: { index: false, follow: false },
    title: { default: t('site.title'), template: '%s · headcraft' },
    description: t('site.description'),
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
  const { language } = await pageTexts();
  return (
    // The theme script sets `data-theme` before React arrives, hence the suppressed warning.
    <html lang={language} suppressHydrationWarning className={fontVariables}>
      <body>
        <ThemeProvider nonce={nonce}>
          <ClientTexts areas={['common', 'failure', 'ui']}>{children}</ClientTexts>
        </ThemeProvider>
      </body>
    </html>
  );
}

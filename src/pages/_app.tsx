import type { AppProps } from 'next/app';
import '@/app/globals.css';
import { fontRule } from '@/components/brand/fonts';
import { ThemeProvider } from '@/components/shell/theme-provider';

/** Around the pages that are read without any script of the framework: type and theme, as the root layout gives them to all others. */
export default function DocumentApp({ Component, pageProps }: AppProps<{ nonce?: string }>) {
  return (
    <ThemeProvider nonce={pageProps.nonce}>
      <style>{fontRule}</style>
      <Component {...pageProps} />
    </ThemeProvider>
  );
}

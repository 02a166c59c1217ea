import type { AppProps } from 'next/app';
import '@/app/globals.css';
import { BasicTags } from '@/app/(site)/_site/basic-tags';
import { fontRule } from '@/components/brand/fonts';
import { ThemeProvider } from '@/components/shell/theme-provider';
import { textsIn } from '@/texts/catalogue';
import { DEFAULT_LANGUAGE, type Language } from '@/texts/languages';
import { TextsContext } from '@/texts/texts-provider';

/** Around the pages that are read without any script of the framework: type and theme, as the root layout gives them to all others. */
export default function DocumentApp({
  Component,
  pageProps,
}: AppProps<{ nonce?: string; language?: Language }>) {
  const texts = textsIn(pageProps.language ?? DEFAULT_LANGUAGE);
  return (
    <ThemeProvider nonce={pageProps.nonce}>
      <BasicTags />
      <style>{fontRule}</style>
      <TextsContext value={{ ...texts, messages: {} }}>
        <Component {...pageProps} />
      </TextsContext>
    </ThemeProvider>
  );
}

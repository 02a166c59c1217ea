'use client';

import { ErrorPage } from '@/components/shell/error-page';
import { isLanguage } from '@/texts/languages';
import german from '@/texts/messages/de/failure.json';
import english from '@/texts/messages/en/failure.json';
import { TextsProvider } from '@/texts/texts-provider';
import './globals.css';

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** The last net: the layout itself failed, so this brings its own page, without fonts, without a theme, and with its own few texts. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const shown = typeof document === 'undefined' ? 'en' : document.documentElement.lang;
  const language = isLanguage(shown) ? shown : 'en';
  const { client } = language === 'de' ? german : english;
  const messages = Object.fromEntries(
    Object.entries(client).map(([name, text]) => [`failure.client.${name}`, text]),
  );
  return (
    <html lang={language}>
      <body>
        <title>{`${client.title} · headcraft`}</title>
        <TextsProvider language={language} messages={messages}>
          <ErrorPage reference={error.digest} onRetry={reset} />
        </TextsProvider>
      </body>
    </html>
  );
}

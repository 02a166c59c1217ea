import type { ReactNode } from 'react';
import { type Area, clientMessages } from './catalogue';
import { pageTexts } from './page-texts';
import { TextsProvider } from './texts-provider';

/** Around components of the browser: gives them the `client` texts of `areas`, and nothing more than a page needs is sent. */
export async function ClientTexts({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const { language } = await pageTexts();
  return (
    <TextsProvider language={language} messages={clientMessages(language, areas)}>
      {children}
    </TextsProvider>
  );
}

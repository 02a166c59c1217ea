import type { Metadata } from 'next';
import type { MessageKey } from './message-key';
import { pageTexts } from './page-texts';

/** A page's `generateMetadata`: its title in the language of whoever asks. */
export function pageTitle(key: MessageKey, more: Metadata = {}): () => Promise<Metadata> {
  return async () => {
    const { t } = await pageTexts();
    return { title: t(key), ...more };
  };
}

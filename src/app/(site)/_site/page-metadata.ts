import type { Metadata } from 'next';
import { pageTexts } from '@/texts/page-texts';
import { addressesOf, addressIn, OG_LOCALES } from './languages-of-page';
import type { PublicPath } from './links';

type PublicPage = {
  path: Exclude<PublicPath, '/'>;
  name: 'styles' | 'pricing' | 'privacy' | 'security' | 'terms' | 'verify';
};

/**
 * The head of a public page, in the language of whoever asks: title, description, canonical address, the same page in other languages,
 * what shared links show, and leave to be indexed, which the root layout withholds from everything else. The picture is the page's own
 * `opengraph-image.jpg`.
 */
export function publicMetadata({ path, name }: PublicPage): () => Promise<Metadata> {
  return async () => {
    const { t, language } = await pageTexts();
    const title = t(`site.pages.${name}.title`);
    const description = t(`site.pages.${name}.description`);
    const url = addressIn(language, path);
    return {
      title,
      description,
      alternates: { canonical: url, languages: addressesOf(path) },
      robots: { index: true, follow: true },
      openGraph: {
        type: 'website',
        siteName: 'headcraft',
        locale: OG_LOCALES[language],
        url,
        title,
        description,
      },
      twitter: { card: 'summary_large_image', title, description },
    };
  };
}

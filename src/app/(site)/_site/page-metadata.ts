import type { Metadata } from 'next';
import type { PublicPath } from './links';

type PublicPage = {
  path: PublicPath;
  title: string;
  /** One or two sentences: what a search engine and a shared link show below the title. */
  description: string;
  /** The title says the product's name itself. */
  wholeTitle?: boolean;
};

/**
 * The head of a public page: title, description, canonical address, what shared links show, and leave to be indexed, which the root
 * layout withholds from everything else. The picture is the page's own `opengraph-image.jpg`.
 */
export function publicMetadata({ path, title, description, wholeTitle = false }: PublicPage): Metadata {
  return {
    title: wholeTitle ? { absolute: title } : title,
    description,
    alternates: { canonical: path },
    robots: { index: true, follow: true },
    openGraph: { type: 'website', siteName: 'headcraft', locale: 'en_US', url: path, title, description },
    twitter: { card: 'summary_large_image', title, description },
  };
}

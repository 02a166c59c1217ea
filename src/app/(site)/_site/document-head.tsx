import Head from 'next/head';
import { useTexts } from '#use-texts';
import { addressesOf, addressIn, OG_LOCALES } from './languages-of-page';

/** The head of the front page, tag by tag: what `publicMetadata` and the root layout say for all other pages. */
export function DocumentHead({ appUrl }: { appUrl: string }) {
  const { t, language } = useTexts();
  const title = t('site.title');
  const description = t('site.description');
  const url = new URL(addressIn(language, '/'), appUrl).href;
  const picture = `${appUrl}/opengraph-image.jpg`;
  return (
    <Head>
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#100e0c" media="(prefers-color-scheme: dark)" />
      <meta name="robots" content="index, follow" />
      <link rel="canonical" href={url} />
      {Object.entries(addressesOf('/')).map(([hrefLang, path]) => (
        <link key={hrefLang} rel="alternate" hrefLang={hrefLang} href={new URL(path, appUrl).href} />
      ))}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      <link rel="apple-touch-icon" href="/apple-icon.png" sizes="180x180" type="image/png" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="headcraft" />
      <meta property="og:locale" content={OG_LOCALES[language]} />
      <meta property="og:url" content={url} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={t('site.pictureAlt')} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
      <meta name="twitter:image" content={picture} />
    </Head>
  );
}

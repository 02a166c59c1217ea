import Head from 'next/head';

type HeadTagsProps = {
  appUrl: string;
  path: string;
  /** The same page in other languages: language → path. */
  languages?: Record<string, string>;
  /** As Open Graph writes it: `en_US`. */
  locale: string;
  title: string;
  /** What shared links show as the title, where the product's name stands beside it anyway. */
  sharedTitle?: string;
  description: string;
  /** Path of the picture of shared links. */
  picture: string;
  /** What that picture shows. */
  pictureAlt: string;
};

/** The head of a page of the pages folder, tag by tag: what `publicMetadata` and the root layout say for all other public pages. */
export function HeadTags(props: HeadTagsProps) {
  const { appUrl, languages = {}, locale, title, sharedTitle = title, description, pictureAlt } = props;
  const url = new URL(props.path, appUrl).href;
  const picture = appUrl + props.picture;
  return (
    <Head>
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="robots" content="index, follow" />
      <link rel="canonical" href={url} />
      {Object.entries(languages).map(([hrefLang, path]) => (
        <link key={hrefLang} rel="alternate" hrefLang={hrefLang} href={new URL(path, appUrl).href} />
      ))}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="headcraft" />
      <meta property="og:locale" content={locale} />
      <meta property="og:url" content={url} />
      <meta property="og:title" content={sharedTitle} />
      <meta property="og:description" content={description} />
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={pictureAlt} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={sharedTitle} />
      <meta name="twitter:description" content={description} />
      <meta name="twitter:image" content={picture} />
    </Head>
  );
}

import Head from 'next/head';

const TITLE = 'headcraft: team headshots without the photographer';
const DESCRIPTION =
  'Everyone uploads 6–14 selfies, the team pays from one pool of credits, and a picture that does not look like you costs nothing.';
const PICTURE_ALT =
  'A selfie and, beside it, the finished headshot. Headshots for the whole team, without the photographer.';

/** The head of the front page, tag by tag: what `publicMetadata` and the root layout say for all other pages. */
export function DocumentHead({ appUrl }: { appUrl: string }) {
  const picture = `${appUrl}/opengraph-image.jpg`;
  return (
    <Head>
      <title>{TITLE}</title>
      <meta name="description" content={DESCRIPTION} />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#100e0c" media="(prefers-color-scheme: dark)" />
      <meta name="robots" content="index, follow" />
      <link rel="canonical" href={`${appUrl}/`} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      <link rel="apple-touch-icon" href="/apple-icon.png" sizes="180x180" type="image/png" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="headcraft" />
      <meta property="og:locale" content="en_US" />
      <meta property="og:url" content={`${appUrl}/`} />
      <meta property="og:title" content={TITLE} />
      <meta property="og:description" content={DESCRIPTION} />
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={PICTURE_ALT} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={TITLE} />
      <meta name="twitter:description" content={DESCRIPTION} />
      <meta name="twitter:image" content={picture} />
    </Head>
  );
}

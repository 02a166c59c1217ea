import { loadStylesPage } from '@/features/generation/catalogue-loaders';
import { publicMetadata } from '../_site/page-metadata';
import { Closing } from '../pricing/_sections/closing';
import { Gallery } from './_sections/gallery';
import { Head } from './_sections/head';
import { OneFace } from './_sections/one-face';

export const metadata = publicMetadata({
  path: '/styles',
  title: 'Styles',
  description:
    'Every headshot style with an example made by headcraft: backdrop, light, what it is for and what a picture costs.',
});

export default async function StylesPage() {
  const { styles, engine } = await loadStylesPage();
  return (
    <>
      <Head count={styles.length} engine={engine} />
      <Gallery styles={styles} />
      <OneFace styles={styles} />
      <Closing href="/sign-up" signedIn={false} />
    </>
  );
}

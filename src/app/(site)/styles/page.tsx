import { loadStylesPage } from '@/features/generation/catalogue-loaders';
import { publicMetadata } from '../_site/page-metadata';
import { Closing } from '../pricing/_sections/closing';
import { Gallery } from './_sections/gallery';
import { Head } from './_sections/head';
import { OneFace } from './_sections/one-face';

export const generateMetadata = publicMetadata({ path: '/styles', name: 'styles' });

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

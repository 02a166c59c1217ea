import type { MetadataRoute } from 'next';
import { pageTexts } from '@/texts/page-texts';

/** What a phone or desktop installs. The colours of both themes are in the pages' own `theme-color`. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { t, language } = await pageTexts();
  return {
    id: '/teams',
    name: t('shell.manifest.name'),
    short_name: 'headcraft',
    description: t('shell.manifest.description'),
    start_url: '/teams',
    scope: '/',
    display: 'standalone',
    lang: language,
    theme_color: '#fbfaf7',
    background_color: '#fbfaf7',
    categories: ['photo', 'business', 'productivity'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: t('shell.manifest.new'), url: '/teams?go=new' },
      { name: t('shell.manifest.headshots'), url: '/teams?go=headshots' },
      { name: t('shell.app.notices'), url: '/teams?go=notices' },
    ],
  };
}

import type { MetadataRoute } from 'next';

/** What a phone or desktop installs. The colours of both themes are in the pages' own `theme-color`. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/teams',
    name: 'headcraft: team headshots',
    short_name: 'headcraft',
    description: 'Headshots for a whole team, from selfies.',
    start_url: '/teams',
    scope: '/',
    display: 'standalone',
    lang: 'en',
    theme_color: '#fbfaf7',
    background_color: '#fbfaf7',
    categories: ['photo', 'business', 'productivity'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'New headshots', url: '/teams?go=new' },
      { name: 'My headshots', url: '/teams?go=headshots' },
      { name: 'Notices', url: '/teams?go=notices' },
    ],
  };
}

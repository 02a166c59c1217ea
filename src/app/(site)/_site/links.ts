/** Where the header and the footer of every public page lead. Only what exists. */
export const HEADER_LINKS = [
  { href: '/#how', label: 'How it works' },
  { href: '/styles', label: 'Styles' },
  { href: '/pricing', label: 'Pricing' },
  { href: '/security', label: 'Security' },
] as const;

export const FOOTER_COLUMNS = [
  {
    title: 'Product',
    links: [
      { href: '/#how', label: 'How it works' },
      { href: '/styles', label: 'Styles' },
      { href: '/pricing', label: 'Pricing' },
      { href: '/#questions', label: 'Questions' },
      { href: '/docs', label: 'API' },
    ],
  },
  {
    title: 'Trust',
    links: [
      { href: '/#promises', label: 'Promises' },
      { href: '/verify', label: 'Verify a picture' },
      { href: '/privacy', label: 'Privacy' },
      { href: '/security', label: 'Security' },
      { href: '/terms', label: 'Terms' },
    ],
  },
  {
    title: 'Account',
    links: [
      { href: '/sign-in', label: 'Sign in' },
      { href: '/sign-up', label: 'Start a team' },
    ],
  },
] as const;

export const FOOTER_NOTE =
  'The portraits on our pages are finished by headcraft’s own studio engine from MIT-licensed photographs. They are not customers.';
export const FOOTER_SMALL = 'US dollars. Prices before tax.';

/** What search engines are told of; everything else asks not to be indexed. */
export const PUBLIC_PATHS = [
  '/',
  '/styles',
  '/pricing',
  '/privacy',
  '/security',
  '/terms',
  '/verify',
  '/docs',
] as const;
export type PublicPath = (typeof PUBLIC_PATHS)[number];

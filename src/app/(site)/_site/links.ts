/** Where the header and the footer of every public page lead. Only what exists. */
import type { Texts } from '@/texts/make-texts';

const PLACES = {
  how: '/#how',
  styles: '/styles',
  pricing: '/pricing',
  questions: '/#questions',
  docs: '/docs',
  promises: '/#promises',
  verify: '/verify',
  privacy: '/privacy',
  security: '/security',
  terms: '/terms',
  signIn: '/sign-in',
  signUp: '/sign-up',
} as const;

type Place = keyof typeof PLACES;

const HEADER: readonly Place[] = ['how', 'styles', 'pricing', 'security'];
const FOOTER = {
  product: ['how', 'styles', 'pricing', 'questions', 'docs'],
  trust: ['promises', 'verify', 'privacy', 'security', 'terms'],
  account: ['signIn', 'signUp'],
} as const;

export function headerLinks({ t }: Texts) {
  return HEADER.map((place) => ({ href: PLACES[place], label: t(`site.links.${place}`) }));
}

export function footerColumns({ t }: Texts) {
  return (['product', 'trust', 'account'] as const).map((column) => ({
    title: t(`site.links.columns.${column}`),
    links: FOOTER[column].map((place) => ({ href: PLACES[place], label: t(`site.links.${place}`) })),
  }));
}

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

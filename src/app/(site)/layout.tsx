import type { ReactNode } from 'react';
import { PublicFooter } from '@/components/shell/public-shell';

const COLUMNS = [
  {
    title: 'Product',
    links: [
      { href: '/#how', label: 'How it works' },
      { href: '/#styles', label: 'Styles' },
      { href: '/pricing', label: 'Pricing' },
      { href: '/#promises', label: 'Promises' },
      { href: '/#questions', label: 'Questions' },
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

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <PublicFooter
        columns={COLUMNS}
        note="The portraits on our pages are finished by headcraft’s own studio engine from MIT-licensed photographs. They are not customers."
        small="US dollars. Prices before tax."
      />
    </>
  );
}

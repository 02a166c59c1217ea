import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AuthShell } from '@/components/shell/auth-shell';

export const metadata: Metadata = {
  title: 'A shared picture',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export default function SharedLayout({ children }: { children: ReactNode }) {
  return <AuthShell>{children}</AuthShell>;
}

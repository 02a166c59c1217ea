import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AuthShell } from '@/components/shell/auth-shell';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return {
    title: t('headshots.shared.tab'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

export default function SharedLayout({ children }: { children: ReactNode }) {
  return <AuthShell>{children}</AuthShell>;
}

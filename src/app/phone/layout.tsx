import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Wordmark } from '@/components/brand/logo';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('uploads.phone.title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** One column with nothing to leave by: this page has one task, and the visitor may have no account on this phone. */
export default function PhoneLayout({ children }: { children: ReactNode }) {
  return (
    <div className="light min-h-dvh">
      <header className="mx-auto flex h-[72px] w-full max-w-form items-center max-sm:px-5">
        <Wordmark className="h-6 w-auto" />
      </header>
      <main className="mx-auto w-full max-w-form pt-6 pb-10 max-sm:px-5">
        <ClientTexts areas={['uploads']}>{children}</ClientTexts>
      </main>
    </div>
  );
}

import type { Metadata } from 'next';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { PlainColumn } from '@/components/shell/plain-column';
import { WaysOut } from '@/components/shell/ways-out';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('shell.notFound.title') };
}

export default async function NotFound() {
  const { t } = await pageTexts();
  return (
    <PlainColumn>
      <EmptyPicture className="mb-8 -ml-[52px] text-ink-2" />
      <h1 className="display-40 text-[2.5rem]! leading-[2.875rem]!">{t('shell.notFound.heading')}</h1>
      <p className="mt-2 mb-8 text-16 text-ink-2">{t('shell.notFound.body')}</p>
      <WaysOut />
    </PlainColumn>
  );
}

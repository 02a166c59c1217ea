import type { Metadata } from 'next';
import { NoticeList } from '@/features/notifications/components/notice-list';
import { loadNotices } from '@/features/notifications/loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('emails.client.notices.title') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NoticesPage({ params, searchParams }: Props) {
  return (
    <ClientTexts areas={['emails']}>
      <NoticeList {...(await loadNotices((await params).slug, await searchParams))} />
    </ClientTexts>
  );
}

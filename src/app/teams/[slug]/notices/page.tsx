import type { Metadata } from 'next';
import { NoticeList } from '@/features/notifications/components/notice-list';
import { loadNotices } from '@/features/notifications/loaders';

export const metadata: Metadata = { title: 'Notices' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NoticesPage({ params, searchParams }: Props) {
  return <NoticeList {...(await loadNotices((await params).slug, await searchParams))} />;
}

import type { Metadata } from 'next';
import { MyDeletions } from '@/features/account/components/my-deletions';
import { loadMyDeletions } from '@/features/account/deletion-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('deletion.list.title') };
}

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function MyDeletionsPage({ searchParams }: Props) {
  return <MyDeletions view={await loadMyDeletions(searchParams)} />;
}

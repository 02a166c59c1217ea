import type { Metadata } from 'next';
import { HomeView } from '@/features/organizations/components/home-view';
import { loadHome } from '@/features/organizations/member-loaders';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('members.pages.home') };
}

type Props = { params: Promise<{ slug: string }> };

export default async function TeamHomePage({ params }: Props) {
  const view = await loadHome(params);
  return (
    <ClientTexts areas={['credits']}>
      <HomeView view={view} />
    </ClientTexts>
  );
}

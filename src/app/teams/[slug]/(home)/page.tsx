import type { Metadata } from 'next';
import { HomeView } from '@/features/organizations/components/home-view';
import { loadHome } from '@/features/organizations/member-loaders';

export const metadata: Metadata = { title: 'Home' };

type Props = { params: Promise<{ slug: string }> };

export default async function TeamHomePage({ params }: Props) {
  return <HomeView view={await loadHome(params)} />;
}

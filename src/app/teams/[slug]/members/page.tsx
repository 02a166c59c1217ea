import type { Metadata } from 'next';
import { MembersView } from '@/features/organizations/components/members-view';
import { loadMembers } from '@/features/organizations/member-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('members.pages.members') };
}

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MembersPage({ params, searchParams }: Props) {
  return <MembersView view={await loadMembers(params, searchParams)} />;
}

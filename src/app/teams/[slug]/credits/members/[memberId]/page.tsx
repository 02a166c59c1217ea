import type { Metadata } from 'next';
import { MemberCreditsView } from '@/features/credits/components/member-credits';
import { loadMemberCredits } from '@/features/credits/member-loaders';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t('credits.pages.member') };
}

type Props = {
  params: Promise<{ slug: string; memberId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MemberCreditsPage({ params, searchParams }: Props) {
  return <MemberCreditsView view={await loadMemberCredits(params, searchParams)} />;
}

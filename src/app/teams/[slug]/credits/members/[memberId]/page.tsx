import type { Metadata } from 'next';
import { MemberCreditsView } from '@/features/credits/components/member-credits';
import { loadMemberCredits } from '@/features/credits/member-loaders';

export const metadata: Metadata = { title: 'Credits of a member' };

type Props = {
  params: Promise<{ slug: string; memberId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MemberCreditsPage({ params, searchParams }: Props) {
  return <MemberCreditsView view={await loadMemberCredits(params, searchParams)} />;
}
